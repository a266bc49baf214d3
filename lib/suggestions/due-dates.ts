import { countOf } from './months'
import { type Word, wordsOf } from './words'
import { dayAt, dayBefore, dayText, digits, endOf, isYear, later } from './written-days'

/** Words before a day by which something is due, the longest first. Those of the second group exclude it. */
const until = [
  ...[
    'no later than',
    'not later than',
    'by the end of',
    'before the end of',
    'by end of',
    'by end',
    'by the close of',
    'until',
    'by',
  ],
  ...[
    "d'ici à la fin de",
    'avant la fin de',
    "d'ici la fin de",
    "d'ici fin",
    "d'ici à",
    "d'ici",
    'au plus tard le',
    'au plus tard en',
    'avant le',
  ],
  ...[
    'para finales de',
    'antes de que finalice',
    'antes del final de',
    'a más tardar el',
    'a más tardar en',
    'para fines de',
    'antes del',
    'para',
  ],
  ...[
    'не позднее',
    'к концу',
    'до конца',
    'к',
    'до',
    'بحلول نهاية عام',
    'بحلول نهاية',
    'بحلول عام',
    'بحلول',
    'في موعد أقصاه',
    'قبل نهاية عام',
  ],
].map((phrase) => wordsOf(phrase).map(({ text }) => text))
const excluding = ['before', 'prior to', 'avant', 'antes de', 'قبل'].map((phrase) =>
  wordsOf(phrase).map(({ text }) => text),
)

const beginsWith = (words: readonly Word[], at: number, phrase: readonly string[]) =>
  phrase.every((text, place) => words[at + place]?.text === text)

/**
 * Returns the day by which a text says that something is due, as "2027-12-31". A day without a year, and a time such as
 * "within two years", count from the date of the document.
 */
export function dueOn(words: readonly Word[], date: string | undefined): string | undefined {
  const repeats = words.some(({ text }) => repeated.test(text))
  for (let at = 0; at < words.length; at++) {
    const phrase = until.find((one) => beginsWith(words, at, one))
    const due = phrase && dayAt(words, at + phrase.length, date)
    if (due) return dayText(due.day ? due : endOf(due))
    const before = excluding.find((one) => beginsWith(words, at, one))
    const limit = before && dayAt(words, at + before.length, date)
    if (limit) return limit.day ? dayText(limit) : dayBefore(limit)
    const within = repeats ? undefined : withinAt(words, at, date)
    if (within) return within
  }
  return chineseDue(words, date)
}

const spans = [
  'within',
  'dans un délai de',
  'dans les',
  'en el plazo de',
  'en un plazo de',
  'dentro de',
  'в течение',
  'في غضون',
].map((phrase) => wordsOf(phrase).map(({ text }) => text))
const years = /^(?:years?|ans?|années?|años?|лет|года|год|سنوات|سنة|سنتين|عامين)$/u
const months = /^(?:months?|mois|meses|mes|месяцев|месяца|أشهر|شهرا|شهرين)$/u
const repeated = /^(?:each|every|annually|any|chaque|cada)$/u
const ofDocument = /^(?:this|the|present|publication|adoption|report|date|its)$/

/** Returns the day at the end of a time such as "within two years", unless the time counts from something else. */
function withinAt(words: readonly Word[], at: number, date: string | undefined): string | undefined {
  const phrase = spans.find((one) => beginsWith(words, at, one))
  if (!phrase || !date) return
  const from = at + phrase.length
  const unit = [from, from + 1].find(
    (place) => years.test(words[place]?.text ?? '') || months.test(words[place]?.text ?? ''),
  )
  if (unit === undefined) return
  const count = countOf(words[from]?.text ?? '')
  const after = words[unit + 1]?.text ?? ''
  if (!count || (/^(?:of|after|from|following)$/.test(after) && !ofDocument.test(words[unit + 2]?.text ?? ''))) return
  return later(date, years.test(words[unit]?.text ?? '') ? count * 12 : count)
}

/** Returns the day of "2030年7月31日之前" and "两年内". */
function chineseDue(words: readonly Word[], date: string | undefined): string | undefined {
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.text !== '年') continue
    const year = digits(words[at - 1])
    if (!isYear(year)) {
      const count = countOf(words[at - 1]?.text ?? '')
      if (count && date && words[at + 1]?.text === '内') return later(date, count * 12)
      continue
    }
    const month = words[at + 2]?.text === '月' ? digits(words[at + 1]) : undefined
    const day = month && words[at + 4]?.text === '日' ? digits(words[at + 3]) : undefined
    const found = { year, ...(month && { month }), ...(day && { day }) }
    return dayText(day ? found : endOf(found))
  }
  return
}
