import { termsOf } from './search-terms'
import type { Place } from './statement'

/** SQL: that a search finds the recommendation `r`, asked of one after the other. */
export function matching(q: string, place: Place): string {
  const { wanted, unwanted } = termsOf(q)
  const found = (words: string) =>
    `exists (select from recommendation_search s where s.recommendation_id = r.id and ${withWords(words, place)})`
  const conditions = [...(wanted === '' ? [] : [found(wanted)]), ...unwanted.map((words) => `not ${found(words)}`)]
  return conditions.length > 0 ? conditions.join(' and ') : 'true'
}

/** SQL: that a search finds the recommendation `r`, for whoever counts them all: found at once, by the indexes of words. */
export function matchingAtOnce(q: string, place: Place): string {
  const { wanted } = termsOf(q)
  return wanted === '' ? matching(q, place) : `r.id = any(array(${havingWords(q, place)}))`
}

/** SQL: the ids of the recommendations that a search finds; only for a search that wants something. */
export function havingWords(q: string, place: Place): string {
  const { wanted, unwanted } = termsOf(q)
  const conditions = [withWords(wanted, place), ...unwanted.map((words) => `not ${withWords(words, place)}`)]
  return `select s.recommendation_id from recommendation_search s where ${conditions.join(' and ')}`
}

/**
 * SQL: that the words are in what is searched, `s`. Words with the stems of the document's language, parts of words, or what
 * a key says after its document's code ("17.2"). Accents, case, Unicode form and hyphens make no difference: see
 * `search_query` and `searchable` in the database.
 */
function withWords(words: string, place: Place): string {
  const typed = `${place(words)}::text`
  const found = [
    `s.words @@ search_query(${typed})`,
    `s.short_key = lower(${typed})`,
    ...(hasTrigram(words) ? [`s.search_text like part_of(${typed})`] : []),
  ]
  return `(${found.join(' or ')})`
}

/** The trigram index finds parts of words, if it has three characters to look for. */
const hasTrigram = (q: string) =>
  /[\p{L}\p{N}]{3}/u.test(
    q
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/\p{Pd}/gu, ' '),
  )
