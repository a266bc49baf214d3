import { t } from '@/lib/platform/i18n'

/** Returns what a key says after its document's code: `17.2`. */
export const shortKey = (key: string, code: string) => key.slice(code.length + 1)

type Place = { label: string; ordinal: number; parent?: string }

/** The paragraph as one says it: "Para. 17", "Para. 17 (a)", "Recommendation 1"; where the text prints no label, its place. */
export function paragraphInWords({ label, ordinal, parent }: Place) {
  if (!label) return t('place.unlabelled', { ordinal })
  const whole = parent ? `${parent} ${label}` : label
  return isName(whole) ? whole : t('place.paragraph', { label: whole })
}

/** A label that says itself what it numbers, such as "Recommendation 1". */
const isName = (label: string) => /^\p{L}{3}/u.test(label)

/** Where a recommendation stands: "Para. 17, sentence 2". */
export function placeInWords(key: string, code: string, paragraph: Place) {
  const short = shortKey(key, code)
  const sentence = short.slice(short.lastIndexOf('.') + 1)
  return t('place.sentence', { paragraph: paragraphInWords(paragraph), sentence })
}

/** SQL: text as a literal. */
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** SQL: how to cite it, "Report of Committee II …, Addendum, 14 April 2010, para. 17", with `recommendationJoins`. */
export const citation = `concat_ws(', ', d.title, nullif(d.symbol, ''), to_char(d.dated, 'FMDD FMMonth YYYY'),
  case p.label when '' then format(${literal(t('place.cited_unlabelled', { ordinal: '%s' }))}, p.ordinal)
  else format(case when coalesce(nullif(pp.label, ''), p.label) ~ '^[[:alpha:]]{3}' then '%s'
    else ${literal(t('place.cited', { label: '%s' }))} end, concat_ws(' ', nullif(pp.label, ''), p.label)) end)`
