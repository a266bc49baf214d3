import { monthOf } from './months'
import { type Word, wordsOf } from './words'

/** Returns a day that is written alone, as in the cell of a table. */
export function writtenDay(text: string, date: string | undefined): string | undefined {
  const words = wordsOf(text)
  for (let at = 0; at < Math.min(words.length, 6); at++) {
    const day = dayAt(words, at, date)
    if (day) return dayText(day.day ? day : endOf(day))
  }
  return
}

type Day = { year: number; month?: number; day?: number }

/** Returns the number that a word is. */
export const digits = (word: Word | undefined) =>
  word && /^\p{Nd}{1,4}$/u.test(word.text) ? Number.parseInt(word.text.normalize('NFKC'), 10) : undefined
export const isYear = (number: number | undefined): number is number =>
  number !== undefined && number >= 1990 && number <= 2100
const fillers = new Set([
  'the',
  'of',
  ',',
  'end',
  'year',
  'de',
  'del',
  'le',
  'el',
  'года',
  'году',
  'année',
  'año',
  'عام',
  'st',
  'nd',
  'rd',
  'th',
  '1er',
])

/** Returns the day that begins at a place: "31 March 2027", "March 31, 2027", "March 2027", "2027-03-31", "2027". */
export function dayAt(words: readonly Word[], from: number, date: string | undefined): Day | undefined {
  const parts: { month?: number; number?: number }[] = []
  for (let at = from; at < from + 7 && parts.length < 3; at++) {
    const word = words[at]
    if (!word) break
    const number = digits(word)
    const month = monthOf(word.text)
    if (number !== undefined) parts.push({ number })
    else if (month) parts.push({ month })
    else if (parts.length === 3 || !fillers.has(word.text)) break
  }
  return dayOf(parts, date)
}

function dayOf(parts: readonly { month?: number; number?: number }[], date: string | undefined): Day | undefined {
  const [first, second, third] = parts
  const name = parts.slice(0, 2).find(({ month }) => month)?.month
  if (name) {
    const numbers = parts.flatMap(({ number }) => (number === undefined ? [] : [number]))
    const year = numbers.find(isYear)
    const day = numbers.find(
      (number) => number >= 1 && number <= 31 && (first?.month !== name || parts.indexOf({ number }) < 3),
    )
    return year ? { year, month: name, ...(day && { day }) } : nextDay(name, day, date)
  }
  if (isYear(first?.number)) {
    const [month, day] = [second?.number, third?.number]
    return month && month <= 12 && day && day <= 31 ? { year: first.number, month, day } : { year: first.number }
  }
  if (isYear(third?.number) && first?.number && second?.number && second.number <= 12 && first.number <= 31)
    return { year: third.number, month: second.number, day: first.number }
  return
}

/** Returns the next such month or day after the date of the document. */
function nextDay(month: number, day: number | undefined, date: string | undefined): Day | undefined {
  if (!date) return
  const year = Number(date.slice(0, 4))
  const found = { year, month, ...(day && { day }) }
  return dayText(day ? found : endOf(found)) >= date ? found : { ...found, year: year + 1 }
}

/** Returns the last day of a month or of a year. */
export const endOf = ({ year, month = 12 }: Day): Day => ({
  year,
  month,
  day: new Date(Date.UTC(year, month, 0)).getUTCDate(),
})

/** Returns a day as "2027-12-31". The 31st of a shorter month is its last day. */
export function dayText({ year, month = 12, day = 31 }: Day): string {
  const last = endOf({ year, month }).day ?? day
  return `${year}-${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}

/** Returns the last day before a month or a year. */
export const dayBefore = ({ year, month = 1 }: Day) => new Date(Date.UTC(year, month - 1, 0)).toISOString().slice(0, 10)

/** Returns the day some months later. */
export function later(date: string, monthsLater: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const total = year * 12 + month - 1 + monthsLater
  return dayText({ year: Math.floor(total / 12), month: (total % 12) + 1, day })
}
