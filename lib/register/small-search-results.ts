import 'server-only'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readWithoutScan } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { havingWords } from './search-conditions'
import { termsOf } from './search-terms'

/** If a search finds more, reading the list in its own order soon fills a page. */
const few = 1_000

/**
 * Returns the recommendations that a search finds if they are few, or else undefined. Also undefined if the search only
 * excludes words. The planner cannot tell a rare word from a common one, and would read row by row.
 */
export const fewFound = cacheUntilNextEvent(async (q: string): Promise<string[] | undefined> => {
  if (termsOf(q).wanted === '') return undefined

  const found = sql`${havingWords(q)} limit ${few + 1}`
  const rows = await readWithoutScan<{ recommendation_id: string }>('search-few', found)
  return rows.length <= few ? rows.map((row) => row.recommendation_id) : undefined
})
