import { dateInWords, words } from '@/lib/platform/i18n'
import { shortKey } from './key'

type Place = { label: string; ordinal: number; parent?: string }
type Source = { title: string; symbol?: string; date?: string }

/** The paragraph as one says it: "Para. 17", "Para. 17 (a)"; where the text prints no label, its place. */
export function paragraphInWords({ label, ordinal, parent }: Place) {
  if (!label) return words('place.unlabelled', { ordinal })
  return words('place.paragraph', { label: parent ? `${parent} ${label}` : label })
}

/** Where a recommendation stands: "Para. 17, sentence 2". */
export function placeInWords(key: string, code: string, paragraph: Place) {
  const short = shortKey(key, code)
  const sentence = short.slice(short.lastIndexOf('.') + 1)
  return words('place.sentence', { paragraph: paragraphInWords(paragraph), sentence })
}

/** How to cite it: "Report of Committee II …, Addendum, 14 April 2010, para. 17". */
export function citationOf({ title, symbol, date }: Source, { label, ordinal, parent }: Place) {
  const place = label
    ? words('place.cited', { label: parent ? `${parent} ${label}` : label })
    : words('place.cited_unlabelled', { ordinal })
  return [title, symbol, date && dateInWords(date), place].filter(Boolean).join(', ')
}
