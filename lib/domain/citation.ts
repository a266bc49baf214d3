import { dateInParts, t } from '@/lib/platform/i18n'
import { perLanguage } from '@/lib/platform/languages'

/** Returns the part of a key after the code of its document: `17.2`. */
export const shortKey = (key: string, code: string) => key.slice(code.length + 1)

type Place = { label: string; ordinal: number; parent?: string }

/**
 * Returns a paragraph in words: "Para. 17", "Para. 17 (a)", "Recommendation 1". If it has no label, returns its place
 * in the text.
 */
export function paragraphInWords({ label, ordinal, parent }: Place) {
  if (!label) return t('citation.unlabelled', { ordinal })
  const whole = parent ? `${parent} ${label}` : label
  return isName(whole) ? whole : t('citation.paragraph', { label: whole })
}

/** Returns whether a label already says what it numbers, such as "Recommendation 1". */
const isName = (label: string) => /^\p{L}{3}/u.test(label)

/** Returns the place of a recommendation in words: "Para. 17, sentence 2". */
export function placeInWords(key: string, code: string, paragraph: Place) {
  const short = shortKey(key, code)
  const sentence = short.slice(short.lastIndexOf('.') + 1)
  return t('citation.sentence', { paragraph: paragraphInWords(paragraph), sentence })
}

/** Stands for the parameter of a message until the database puts its value in. */
const hole = '\uE000'

/** Returns a pattern for SQL's `format` from a message with one parameter. */
const patternOf = (text: string) => text.replaceAll('%', '%%').replaceAll(hole, '%1$s')

const places: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = { day: '%1$s', month: '%2$s', year: '%3$s' }

/**
 * Returns a pattern for SQL's `format` with day, month and year in the order of the language, followed by the names of
 * the months.
 */
function datePattern() {
  const parts = Array.from({ length: 12 }, (_, month) => dateInParts(new Date(Date.UTC(2026, month, 1))))
  const pattern = (parts[0] ?? []).map(({ type, value }) => places[type] ?? value.replaceAll('%', '%%')).join('')
  return [pattern, ...parts.map((date) => date.find(({ type }) => type === 'month')?.value ?? '')]
}

/** Returns the words of a citation, for the parameter of `citing`. */
export const citationWords: () => string[] = perLanguage(() => [
  patternOf(t('citation.cited_unlabelled', { ordinal: hole })),
  patternOf(t('citation.cited', { label: hole })),
  ...datePattern(),
])

/** SQL: joins the words of citations, from a parameter with the value of `citationWords()`. */
export const citing = (words: string) => `cross join (select ${words}::text[] as words) citing`

/**
 * SQL: the title of the document. A title from right to left is enclosed in the characters for a part with a direction
 * of its own. Without them, the date after it would appear in pieces.
 */
const citedTitle = `case when d.title ~ '[\\u0590-\\u08FF\\uFB1D-\\uFDFF\\uFE70-\\uFEFC]'
  then chr(8296) || d.title || chr(8297) else d.title end`

/**
 * SQL: the citation of a recommendation, "Report of Committee II …, Addendum, 14 April 2010, para. 17", with
 * `recommendationJoins` and `citing`.
 */
export const citation = `concat_ws(', ', ${citedTitle}, nullif(d.symbol, ''),
  case when d.dated is not null then format(citing.words[3],
    extract(day from d.dated), citing.words[3 + extract(month from d.dated)::int], extract(year from d.dated)) end,
  case p.label when '' then format(citing.words[1], p.ordinal)
  else format(case when coalesce(nullif(pp.label, ''), p.label) ~ '^[[:alpha:]]{3}' then '%s'
    else citing.words[2] end, concat_ws(' ', nullif(pp.label, ''), p.label)) end)`
