import { download } from './download'

const separators = { comma: ',', semicolon: ';' } as const

/** The separator between cells. Which one a spreadsheet program expects depends on its country setting. */
export type Separator = keyof typeof separators

/** Returns the separator that a URL asks for. The default is the comma. Returns undefined if the value is not valid. */
export function readSeparator(value: string | null): Separator | undefined {
  if (value === null || value === '') return 'comma'
  return value === 'comma' || value === 'semicolon' ? value : undefined
}

type Cell = string | number | null | undefined

/**
 * Returns a row as RFC 4180 defines it, with its line ending. An apostrophe precedes a text that a spreadsheet would
 * run as a formula or turn into a number or a date. Numbers, and days as YYYY-MM-DD, do not change.
 */
export const csvRow = (cells: readonly Cell[], separator: Separator = 'comma') =>
  `${cells.map(cell).join(separators[separator])}\r\n`

function cell(value: Cell) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = beginsFormula.test(value) || isMistakable(value) ? `'${within(value)}` : within(value)
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// Includes minus signs and the small and raised forms that some programs read as the plain ones.
const sign = '[=+\\-@＝＋－＠﹢﹣﹦⁺⁻⁼₊₋₌−]'

// White space, quotation marks and invisible characters.
const unseen = '\\s"\\p{Cc}\\p{Cf}'

const beginsFormula = new RegExp(`^[${unseen}]*(?:${sign}|[\\t\\r])`, 'u')

/**
 * Matches everything that can separate two cells or begin a cell, followed by the sign of a formula, if there is one.
 */
const between = new RegExp(`[,;${unseen}]+(${sign})?`, 'gu')

/**
 * Returns a text without a formula in it, for either separator: a program that expects the other separator ends cells
 * at separators and line breaks within a text. Each run is matched once, so this takes linear time.
 */
const within = (text: string) =>
  text.replace(between, (run: string, sign?: string) => {
    const end = sign === undefined ? -1 : lastBreak(run)
    return end === -1 ? run : `${run.slice(0, end + 1)}'${run.slice(end + 1)}`
  })

/**
 * Returns a text as it was before `csvRow` wrote apostrophes into it. Of an apostrophe that somebody typed at such a place
 * nothing tells it.
 */
export function withoutApostrophes(cell: string): string {
  if (!cell.includes("'")) return cell
  const text = cell.replace(guarded, '$1')
  const rest = text.slice(1)
  return text.startsWith("'") && (beginsFormula.test(rest) || isMistakable(rest)) ? rest : text
}

const guarded = new RegExp(`([,;\\t\\r\\n])'(?=[${unseen}]*${sign})`, 'gu')

const lastBreak = (run: string) => Math.max(...[',', ';', '\t', '\r', '\n'].map((one) => run.lastIndexOf(one)))

const number = /^[\s\p{Sc}(+-]*\d[\d\s.,:/%()\p{Sc}\p{Pd}]*(?:e[+-]?\d+)?$/iu
const namedDay =
  /^\d{0,4}[\s./-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*(?:\d{1,4}(?:[\s.,/-]+\d{1,4})?)?$/i
const ourDay = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/

/** Returns whether a spreadsheet may read a text as a number or a date: "1.10", "3-4", "5 May". */
const isMistakable = (text: string) =>
  text.length <= 40 && /\d/.test(text) && !ourDay.test(text) && (number.test(text) || namedDay.test(text))

/** Precedes the first row, so that spreadsheets read the file as UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Returns a response that downloads the lines as a file and sends them as they are produced. */
export const sheet = (name: string, lines: AsyncGenerator<string>): Response =>
  download({ name: `${name}.csv`, type: csvType, parts: lines })

export const csvType = 'text/csv; charset=utf-8'
