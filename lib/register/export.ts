import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { mostRows, writeXlsx } from '@/lib/formats/xlsx/write-xlsx'
import { knowing } from '@/lib/people/policy'
import { config } from '@/lib/platform/config'
import { byteOrderMark, csvRow, csvType, type Separator } from '@/lib/platform/csv'
import { t } from '@/lib/platform/i18n'
import { currentLanguage, inLanguage, pageLanguage } from '@/lib/platform/languages'
import { atOneMoment } from '@/lib/platform/one-moment'
import { readAhead } from '@/lib/platform/read-ahead'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import { shownPast } from '@/lib/platform/shown-day'
import { assignmentTotalOf } from './assignment-list'
import { aboutExport, aboutInWords, type ExportAbout } from './export-about'
import { assignments, recommendations, type Table } from './export-tables'
import type { Filters } from './filters'
import { totalOf } from './list'
import { type Scope, scopeOf } from './scope'

export const exportFormats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

export type ExportedFile = {
  name: string
  type: string
  about: ExportAbout
  parts: AsyncGenerator<string | Uint8Array>
}

type Wanted = { filters: Filters; rows: 'recommendations' | 'assignments'; format: ExportFormat; separator?: Separator }

const types: Record<ExportFormat, string> = {
  csv: csvType,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

const rowsAtATime = 500

/**
 * Returns all recommendations or assignments that match the filters as a file. All of it shows one moment: now, or the
 * end of the past day that is shown. Its rows are written while they are read. Refusals: `export_rows_many`, and those
 * of the filters.
 */
export async function exportList(
  actor: Actor,
  { filters, rows, format, separator }: Wanted,
): Promise<Result<ExportedFile>> {
  const scope = await scopeOf(actor, { ...filters, after: undefined })
  if (!scope.ok) return scope
  const table = rows === 'assignments' ? assignments : recommendations
  if (format === 'xlsx' && (await countOf(table, scope.value)) > mostRows)
    return invalidField('format', 'export_rows_many', { maximum: mostRows })

  const past = shownPast()
  const language = currentLanguage()
  let about: ExportAbout | undefined
  const parts = atOneMoment(past, async function* () {
    about = await inLanguage(language, () => aboutExport(actor, scope.value))
    // The caller sends what the file is about before its rows.
    yield ''
    const file = { table, scope: scope.value, about, language, separator, actor }
    yield* writers[format](file)
  })
  await parts.next()
  if (!about) throw new Error('A file was opened without its description.')
  const { asOf, seq, hash } = about
  const name = `${table.name}-as-of-${asOf}-event-${seq}-${hash.slice(0, 8)}.${format}`
  return ok({ name, type: types[format], about, parts })
}

const countOf = ({ name }: Table, scope: Scope) => (name === 'assignments' ? assignmentTotalOf(scope) : totalOf(scope))

type File = {
  table: Table
  scope: Scope
  about: ExportAbout
  /** The file may be read after the request is over, so its words are in the language of the request. */
  language: string
  separator: Separator | undefined
  actor: Actor
}

const writers: Record<ExportFormat, (file: File) => AsyncGenerator<string | Uint8Array>> = {
  async *csv(file) {
    yield byteOrderMark +
      csvRow(
        columnsOf(file).map(({ title }) => title),
        file.separator,
      )
    for await (const rows of readAhead(rowsOf(file))) yield rows.map((row) => csvRow(row, file.separator)).join('')
  },

  xlsx(file) {
    const { table, about, language } = file
    const words = inLanguage(language, () => ({
      rows: t(`export.sheet.${table.name}`),
      about: t('export.sheet.about'),
      columns: [t('export.about.name'), t('export.about.value')].map((title) => ({ title, kind: 'text' as const })),
      values: aboutInWords(about),
    }))
    const sheets = [
      { name: words.rows, columns: columnsOf(file), rows: readAhead(rowsOf(file)), filter: true },
      { name: words.about, columns: words.columns, rows: one(words.values), filter: false },
    ]
    const rightToLeft = inLanguage(language, pageLanguage).dir === 'rtl'
    return writeXlsx(sheets, { timeZone: config.TIME_ZONE, rightToLeft })
  },

  async *json({ table, scope, about, language, actor }) {
    yield `{"export":${JSON.stringify(about)},"items":[`
    let between = ''
    for await (const ids of table.idsOf(scope, rowsAtATime)) {
      yield between + (await inLanguage(language, () => table.jsonOf(ids, knowing(actor))))
      between = ','
    }
    yield ']}\n'
  },
}

/** The columns. If a past day is shown, the last one says which. */
const columnsOf = ({ table, language }: File) =>
  inLanguage(language, () => [
    ...table.columns(),
    ...(shownPast() ? [{ title: t('csv.asOf'), kind: 'day' as const }] : []),
  ])

async function* rowsOf({ table, scope, language }: File) {
  const past = shownPast()
  for await (const ids of table.idsOf(scope, rowsAtATime)) {
    const rows = await inLanguage(language, () => table.rowsOf(ids))
    yield past ? rows.map((row) => [...row, past.day]) : rows
  }
}

async function* one<T>(value: T) {
  yield value
}
