import { styleOf } from './write-parts'

/** A moment is an ISO 8601 text in UTC, and a day is YYYY-MM-DD. */
export type Column = { title: string; kind: 'text' | 'number' | 'day' | 'moment' }

export type Cells = readonly (string | number | null | undefined)[]

/** The most characters of a cell in Excel. */
const longest = 32_767

/** Returns functions that write the header and the rows of a worksheet as XML. Rows count from 1, the header. */
export function cellWriter(columns: Column[], timeZone: string) {
  const letters = columns.map((_, place) => lettersOf(place))
  const clock = clockOf(timeZone)
  const cell = (place: number, row: number, value: Cells[number]) => {
    if (value === null || value === undefined || value === '') return ''
    const { kind } = columns[place] ?? { kind: 'text' }
    const at = `${letters[place]}${row}`
    const number = numberOf(kind, value, clock)
    if (number === undefined) return textCell(at, String(value))
    return `<c r="${at}"${kind === 'number' ? '' : ` s="${styleOf[kind]}"`}><v>${number}</v></c>`
  }
  return {
    header: () =>
      `<row r="1">${columns.map(({ title }, place) => textCell(`${letters[place]}1`, title, styleOf.header)).join('')}</row>`,
    row: (values: Cells, row: number) =>
      `<row r="${row}">${values.map((value, place) => cell(place, row, value)).join('')}</row>`,
    /** Returns the reference to all cells of so many rows. */
    range: (rows: number) => `A1:${letters.at(-1)}${rows}`,
  }
}

/** Returns the value of a cell that is no text: a number, or a day or moment as the number of days since 1900. */
function numberOf(kind: Column['kind'], value: string | number, clock: (moment: string) => string) {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (kind === 'day') return daysSince1900(`${value}T00:00:00`)
  return kind === 'moment' ? daysSince1900(clock(value)) : undefined
}

const dayInMs = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)
/** Excel believes that 1900 was a leap year, so its earlier days are one off. */
const firstSure = 61

/** Returns a date and time without a zone as Excel counts it, or undefined if Excel cannot show it. */
function daysSince1900(local: string): number | undefined {
  const days = (Date.parse(`${local}Z`) - dayZero) / dayInMs
  return days >= firstSure ? Math.round(days * 86_400) / 86_400 : undefined
}

/** Returns a function that returns what the clock of a zone shows at a moment, as YYYY-MM-DDTHH:MM:SS. */
function clockOf(timeZone: string) {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (moment: string) => {
    const date = new Date(moment)
    return Number.isNaN(date.getTime()) ? '' : format.format(date).replace(' ', 'T')
  }
}

const textCell = (at: string, text: string, style = 0) =>
  `<c r="${at}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t xml:space="preserve">${inXml(fitting(text))}</t></is></c>`

/** Returns a text that fits in a cell. The end of a longer one is left out, and an ellipsis says so. */
const fitting = (text: string) =>
  text.length > longest ? `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML cannot contain, or that its readers change, and what would be read as the escape of one. */
const unsafe = /[&<>"]|[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu

/** Halves of characters without their other half. */
const lone = /\p{Cs}/gu

/** Returns a text for XML, with the escapes of spreadsheets for characters that XML cannot contain. */
export const inXml = (text: string) =>
  text
    .replace(lone, '\uFFFD')
    .replace(unsafe, (one) => special[one] ?? `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)

/** Returns the letters of a column, counted from 0: 0 is A, 26 is AA. */
function lettersOf(place: number): string {
  const before = Math.floor(place / 26)
  return `${before > 0 ? lettersOf(before - 1) : ''}${String.fromCharCode(65 + (place % 26))}`
}
