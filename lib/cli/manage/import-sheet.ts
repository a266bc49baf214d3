import { Problem } from '../problem'
import { granted, type Verb } from './verb'

/** `npm run manage -- import-sheet FILE` */
export const importSheet: Verb = {
  says: 'reads a spreadsheet (XLSX or CSV) and says what is wrong in which row; with --import, imports the other rows',
  argument: 'file',
  options: {
    import: { type: 'boolean', says: 'imports the valid rows at once, without a review' },
    symbol: { type: 'string', says: 'the symbol of the document of rows that name none' },
    user: { type: 'string', says: 'email of the person who imports it (default: the first administrator)' },
  },
  async run(given) {
    const { sheetAtConsole } = await import('@/lib/sheets/sheet-at-console')
    const { id, state, error, counts, wrong } = granted(await sheetAtConsole(given))
    if (error) throw new Problem(error.message)
    const { rows, ready, made, unchanged } = counts
    const result =
      state === 'imported'
        ? `${made} have added something, ${unchanged} were in the register already, ${counts.wrong} were left out.`
        : `${ready} can be imported, ${counts.wrong} cannot. It waits for a review at /sheets/${id}.`
    const problems = wrong.flatMap(({ row, errors }) =>
      errors.map(({ column, field, value, message }) => `Row ${row}, ${column ?? field}: ${message} (${value})`),
    )
    const more = counts.wrong > wrong.length ? [`And ${counts.wrong - wrong.length} further rows.`] : []
    return [`${rows} ${rows === 1 ? 'row' : 'rows'}: ${result}`, ...problems, ...more].join('\n')
  },
}
