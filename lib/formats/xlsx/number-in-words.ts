import type { NumberFormat } from './number-formats'

const day = 86_400_000

/** The last day that Excel knows, 31 December 9999. */
const lastDay = 2_958_465

const from = { 1900: Date.UTC(1899, 11, 31), 1904: Date.UTC(1904, 0, 1) }

/** Returns a number as its cell shows it. Days are written as YYYY-MM-DD. */
export function numberInWords(written: string, format: NumberFormat | undefined, from1904: boolean): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  if (format?.as === 'day') return dayOf(number, from1904) ?? plain(number)
  if (format?.as === 'time') return number >= 0 ? timeOf(number) : plain(number)
  if (format?.as === 'percent') return `${plain(number * 100)}%`
  if (format?.as === 'digits') return withDigits(number, format) ?? plain(number)
  return plain(number)
}

/** Excel keeps 15 digits. Further ones come from how fractions are stored. */
const plain = (number: number) => String(Number(number.toPrecision(15)))

/** Returns a number with its zeros before and after, as in paragraph 1.10, unless that would round it. */
function withDigits(number: number, { before, after }: { before: number; after: number }) {
  if (number < 0 || after > 15) return undefined
  const shown = number.toFixed(after)
  if (Number(shown) !== Number(plain(number))) return undefined
  return shown.padStart(before + (after > 0 ? after + 1 : 0), '0')
}

/**
 * Returns the day of a number, with its time if it has one. Counted from 1900, number 60 is 29 February 1900, which did
 * not exist, so all later numbers are one too high.
 */
function dayOf(number: number, from1904: boolean): string | undefined {
  const seconds = Math.round((number % 1) * 86_400)
  const whole = Math.floor(number)
  if (number < (from1904 ? 0 : 1) || whole > lastDay) return undefined
  if (!from1904 && whole === 60) return '1900-02-29'
  const days = from1904 || whole < 60 ? whole : whole - 1
  const moment = new Date((from1904 ? from[1904] : from[1900]) + days * day + seconds * 1000).toISOString()
  return seconds === 0 ? moment.slice(0, 10) : moment.slice(0, 16)
}

function timeOf(number: number) {
  const minutes = Math.round(number * 1440)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
