/** What a spreadsheet would take for a formula, also behind blanks. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/

/**
 * A row as RFC 4180 has it, its end included. What begins like a formula gets an apostrophe before it, so that a
 * spreadsheet shows it and runs nothing; numbers are let be.
 */
export const csvRow = (cells: readonly (string | number | null | undefined)[]) => `${cells.map(cell).join(',')}\r\n`

function cell(value: string | number | null | undefined) {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

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
