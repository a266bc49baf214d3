import type { z } from 'zod'
import { DocumentDetails } from '@/lib/documents/details'
import { withoutApostrophes } from '@/lib/platform/csv'
import type { Code } from '@/lib/platform/i18n'
import type { Params } from '@/lib/platform/result'
import { nameText, sourceText, writtenDay, writtenText } from '@/lib/platform/text'
import type { AssignmentRole, Kind, Progress } from '@/prisma/generated/enums'
import { type Mapping, type SheetField, sheetFields } from './fields'
import { type DayOrder, readDay } from './read-day'
import { readKind, readNames, readProgress, readRole, withoutMark } from './read-words'

/** What is wrong with a cell of a row. */
export type CellError = { field: SheetField; code: Code; params: Params }

/** What a row says, as the register takes it. */
export type RowContent = {
  quote?: string | undefined
  key?: string | undefined
  sourceKey?: string | undefined
  label: string
  title?: string | undefined
  kind: Kind
  themes: string[]
  addressees: string[]
  document: DocumentNamed
  organizations: string[]
  role: AssignmentRole
  owner?: string | undefined
  dueOn?: string | undefined
  progress?: Progress | undefined
  asOf?: string | undefined
  report?: string | undefined
}

/** How a row names its document. */
export type DocumentNamed = {
  code?: string | undefined
  symbol?: string | undefined
  title?: string | undefined
  body?: string | undefined
  date?: string | undefined
}

const texts = {
  quote: sourceText('sheet_quote_missing', 20_000),
  label: nameText('field_unreadable', 40),
  title: nameText('title_missing', 300),
  name: nameText('organization_missing'),
  words: nameText('field_unreadable', 300),
  day: writtenDay('day_unreadable'),
  report: writtenText('narrative_missing', 4000),
}

const { title: documentTitle, code, symbol, body, date: documentDate } = DocumentDetails.shape

/** What spreadsheet programs show where a formula has no value. */
const failed = /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/

/** The most names in one cell. */
const mostNames = 50

/** Reads the cells of a row. Returns what they say, and what is wrong with them. */
export function readRow(cells: readonly string[], mapping: Mapping, order: DayOrder) {
  const { errors, cell, read, day, chosen, names } = readingOf(cells, mapping, order)
  const content: RowContent = {
    quote: read('quote', texts.quote),
    key: read('key', texts.words),
    sourceKey: read('sourceKey', texts.words),
    label: read('paragraph', texts.label) ?? '',
    title: read('title', texts.title),
    kind: chosen('kind', readKind, 'sheet_kind_unknown') ?? 'action',
    themes: names('themes', texts.words),
    addressees: names('addressees', texts.words),
    document: {
      code: read('document', code, withoutMark(cell('document'))),
      symbol: read('symbol', symbol, withoutMark(cell('symbol'))),
      title: read('documentTitle', documentTitle, withoutMark(cell('documentTitle'))),
      body: read('body', body, readNames(cell('body')).join('; ')),
      date: day('documentDate', documentDate),
    },
    organizations: names('organization', texts.name),
    role: chosen('role', readRole, 'sheet_role_unknown') ?? 'contributing',
    owner: read('owner', texts.words),
    dueOn: day('dueOn'),
    progress: chosen('progress', readProgress, 'sheet_progress_unknown'),
    asOf: day('asOf'),
    report: read('report', texts.report),
  }
  return { content, errors: [...errors, ...refusesTogether(content, errors)] }
}

/** Returns functions that read cells of a row, and the errors that they find. A blank cell is nothing. */
function readingOf(cells: readonly string[], mapping: Mapping, order: DayOrder) {
  const errors: CellError[] = []
  const wrong = (field: SheetField, code: Code, params: Params = {}) => {
    errors.push({ field, code, params })
    return undefined
  }
  const cell = (field: SheetField) => {
    const place = mapping[field]
    const written = place === undefined ? '' : withoutApostrophes(cells[place] ?? '')
    return failed.test(written) ? '' : written
  }
  for (const field of sheetFields) {
    if (failed.test(cells[mapping[field] ?? -1] ?? '')) wrong(field, 'sheet_cell_failed')
  }
  const read = <Value>(field: SheetField, schema: z.ZodType<Value>, written = cell(field)): Value | undefined =>
    written === '' ? undefined : checked(schema, written, (code, params) => wrong(field, code, params))
  return {
    errors,
    cell,
    read,
    day(field: SheetField, schema: z.ZodType<string | undefined> = texts.day) {
      const written = cell(field)
      if (written === '') return undefined
      const found = readDay(written, order)
      return found === undefined ? wrong(field, 'sheet_day_unreadable') : read(field, schema, found)
    },
    chosen: <Value>(field: SheetField, find: (cell: string) => Value | undefined, code: Code) =>
      cell(field) === '' ? undefined : (find(cell(field)) ?? wrong(field, code)),
    names(field: SheetField, schema: z.ZodType<string>) {
      const all = readNames(cell(field))
      if (all.length > mostNames) wrong(field, 'list_too_long', { maximum: mostNames })
      return all.slice(0, mostNames).flatMap((name) => read(field, schema, name) ?? [])
    },
  }
}

function checked<Value>(schema: z.ZodType<Value>, written: string, wrong: (code: Code, params: Params) => undefined) {
  const parsed = schema.safeParse(written)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const params = issue?.code === 'too_big' ? { maximum: Number(issue.maximum) } : {}
  // The schemas give codes for messages.
  return wrong((issue?.message ?? 'field_unreadable') as Code, params)
}

/** Returns what is missing for what the row says. A cell with an error of its own is not missing. */
function refusesTogether(content: RowContent, errors: readonly CellError[]): CellError[] {
  const missing: CellError[] = []
  const has = (field: SheetField) => errors.some((error) => error.field === field)
  if (!content.quote && !content.key && !has('quote')) missing.push(of('quote', 'sheet_quote_missing'))
  const duty = content.owner ?? content.dueOn ?? content.progress ?? content.report
  if (duty && content.organizations.length === 0 && !has('organization'))
    missing.push(of('organization', 'sheet_organization_missing'))
  if (content.report && !content.progress && !has('progress')) missing.push(of('progress', 'sheet_progress_missing'))
  if (content.role === 'lead' && content.organizations.length > 1) missing.push(of('role', 'lead_is_one'))
  return missing
}

const of = (field: SheetField, code: Code): CellError => ({ field, code, params: {} })
