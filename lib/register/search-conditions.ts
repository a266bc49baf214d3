import { allOf, type Composed, join, sql } from '@/lib/platform/sql'
import { termsOf } from './search-terms'

/** SQL: whether a search finds the recommendation `r`, checked one by one. */
export function matching(q: string): Composed {
  const { wanted, unwanted } = termsOf(q)
  const found = (words: string) =>
    sql`exists (select from recommendation_search s where s.recommendation_id = r.id and ${withWords(words)})`
  const conditions = [...(wanted === '' ? [] : [found(wanted)]), ...unwanted.map((words) => sql`not ${found(words)}`)]
  return allOf(conditions)
}

/** SQL: whether a search finds the recommendation `r`, for statements that count all: found at once by the indexes. */
export function matchingAtOnce(q: string): Composed {
  const { wanted } = termsOf(q)
  return wanted === '' ? matching(q) : sql`r.id = any(array(${havingWords(q)}))`
}

/** SQL: the IDs of the recommendations that a search finds. Only for a search that does not just exclude words. */
export function havingWords(q: string): Composed {
  const { wanted, unwanted } = termsOf(q)
  const conditions = [withWords(wanted), ...unwanted.map((words) => sql`not ${withWords(words)}`)]
  return sql`select s.recommendation_id from recommendation_search s where ${allOf(conditions)}`
}

/**
 * SQL: whether the search row `s` contains the words: by the stems of the document's language, as parts of words, or as
 * what a key says after its document's code ("17.2"). Accents, case, Unicode form and hyphens make no difference: see
 * `search_query` and `searchable` in the database.
 */
function withWords(words: string): Composed {
  const typed = sql`${words}::text`
  const found = [
    sql`s.words @@ search_query(${typed})`,
    sql`s.short_key = lower(${typed})`,
    ...(hasTrigram(words) ? [sql`s.search_text like part_of(${typed})`] : []),
  ]
  return sql`(${join(found, ' or ')})`
}

/** Returns whether the words have the three characters that the trigram index needs to find parts of words. */
const hasTrigram = (q: string) =>
  /[\p{L}\p{N}]{3}/u.test(
    q
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/\p{Pd}/gu, ' '),
  )
