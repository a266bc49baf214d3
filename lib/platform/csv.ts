const separators = { comma: ',', semicolon: ';' } as const

/** What stands between cells: spreadsheet programs expect the one or the other, by the country that they are set to. */
export type Separator = keyof typeof separators

/** Which separator an address asks for: the comma, if none. Nothing, where it can't be read. */
export function readSeparator(asked: string | null): Separator | undefined {
  if (asked === null || asked === '') return 'comma'
  return asked === 'comma' || asked === 'semicolon' ? asked : undefined
}

type Cell = string | number | null | undefined

/**
 * A row as RFC 4180 has it, its end included. Where a spreadsheet would run a text as a formula, or change it into a
 * number or a date, an apostrophe stands before it. Numbers, and days as YYYY-MM-DD, stay as they are.
 */
export const csvRow = (cells: readonly Cell[], separator: Separator = 'comma') =>
  `${cells.map(cell).join(separators[separator])}\r\n`

function cell(value: Cell) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = beginsFormula.test(value) || isMistakable(value) ? `'${within(value)}` : within(value)
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

// With the minus signs and the small and raised forms that some programs read as the plain ones.
const sign = '[=+\\-@＝＋－＠﹢﹣﹦⁺⁻⁼₊₋₌−]'

// Blanks, quotation marks, and characters that nobody sees.
const unseen = '\\s"\\p{Cc}\\p{Cf}'

const beginsFormula = new RegExp(`^[${unseen}]*(?:${sign}|[\\t\\r])`, 'u')

/** All that may stand between two cells, and what a cell may begin with; then perhaps the sign of a formula. */
const between = new RegExp(`[,;${unseen}]+(${sign})?`, 'gu')

/**
 * A text without a formula in it, whichever separator it is read by: a program that expects the other one ends cells at
 * separators and line breaks within a text. Each run is matched once, so that this takes linear time.
 */
const within = (text: string) =>
  text.replace(between, (run: string, sign?: string) => {
    const end = sign === undefined ? -1 : lastBreak(run)
    return end === -1 ? run : `${run.slice(0, end + 1)}'${run.slice(end + 1)}`
  })

const lastBreak = (run: string) => Math.max(...[',', ';', '\t', '\r', '\n'].map((one) => run.lastIndexOf(one)))

const number = /^[\s\p{Sc}(+-]*\d[\d\s.,:/%()\p{Sc}\p{Pd}]*(?:e[+-]?\d+)?$/iu
const namedDay =
  /^\d{0,4}[\s./-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s.,/-]*(?:\d{1,4}(?:[\s.,/-]+\d{1,4})?)?$/i
const ourDay = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/

/** Whether a spreadsheet may take a text for a number or a date: "1.10", "3-4", "5 May". */
const isMistakable = (text: string) =>
  text.length <= 40 && /\d/.test(text) && !ourDay.test(text) && (number.test(text) || namedDay.test(text))

/** Before the first row, so that spreadsheets read UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Lines as a file to save, sent as they come. */
export function sheet(name: string, lines: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
}
