import 'server-only'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readWithoutScan } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { havingWords } from './search-conditions'
import { termsOf } from './search-terms'

/** Of more, a list that is read in its own order soon has a page together. */
const few = 1_000

/**
 * The recommendations that have the words of a search, where they are few; undefined where they are many, or where the
 * search only leaves out. The planner cannot tell a rare word from a common one, and would look for it row by row.
 */
export const fewFound = cacheUntilNextEvent(async (q: string): Promise<string[] | undefined> => {
  if (termsOf(q).wanted === '') return undefined

  const found = sql`${havingWords(q)} limit ${few + 1}`
  const rows = await readWithoutScan<{ recommendation_id: string }>('search-few', found)
  return rows.length <= few ? rows.map((row) => row.recommendation_id) : undefined
})
