/** How days with two numbers before the year are written: 3/4/2025 is 3 April or 4 March. */
export const dayOrders = ['dmy', 'mdy'] as const
export type DayOrder = (typeof dayOrders)[number]

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d.*)?$/
const yearFirst = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/
const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: \d{1,2}:.*)?$/
const dayMonth = /^(?:\p{L}+,? )?(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})$/iu
const monthDay = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i
const serial = /^\d{5}(?:\.\d+)?$/

/** Day 1 of Excel is 1 January 1900. It counts a 29 February 1900 that did not exist. */
const dayZero = Date.UTC(1899, 11, 30)

/** Returns the day of a cell as YYYY-MM-DD, or undefined if it is none. Numbers are the days that Excel counts. */
export function readDay(cell: string, order: DayOrder): string | undefined {
  const text = cell.replace(/\s+/g, ' ').trim()
  if (text.length > 60) return undefined
  const first = iso.exec(text) ?? yearFirst.exec(text)
  if (first) return dayOf(first[1], first[2], first[3])
  const last = yearLast.exec(text)
  if (last) return order === 'mdy' ? dayOf(last[4], last[1], last[3]) : dayOf(last[4], last[3], last[1])
  const named = dayMonth.exec(text)
  if (named) return dayOf(named[3], monthOf(named[2]), named[1])
  const american = monthDay.exec(text)
  if (american) return dayOf(american[3], monthOf(american[1]), american[2])
  return serial.test(text) ? dayOfSerial(Number(text)) : undefined
}

/** Returns the day of a number of Excel. */
const dayOfSerial = (number: number) => new Date(dayZero + Math.floor(number) * 86_400_000).toISOString().slice(0, 10)

const monthOf = (name = '') => String(months.indexOf(name.toLowerCase()) + 1)

function dayOf(year = '', month = '', day = ''): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${written}T00:00:00Z`)
  // 31 February would become 3 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written) ? written : undefined
}

/** Which order of days a cell proves. Undefined if it proves none. */
export function orderProvedBy(cell: string): DayOrder | undefined {
  const [, first, , second] = yearLast.exec(cell.trim()) ?? []
  if (first === undefined || second === undefined) return undefined
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy'
  if (Number(second) > 12 && Number(first) <= 12) return 'mdy'
  return undefined
}
