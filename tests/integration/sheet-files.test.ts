import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { byteOrderMark } from '@/lib/platform/csv'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { rejectedRowsCsv } from '@/lib/sheets/rejected-rows'
import { sheetAtConsole } from '@/lib/sheets/sheet-at-console'
import { templateColumns } from '@/lib/sheets/template'
import { assignmentsCsv, exported, recommendationsCsv } from '../support/exported'
import { workbookOf } from '../support/formats/xlsx'
import { givenAssignment, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImported, givenSheet } from '../support/given-sheet'
import { refusalOf } from '../support/refusal'

const { chen, amina } = people

beforeAll(givenPeople)

async function textOf(lines: AsyncGenerator<string>) {
  let text = ''
  for await (const line of lines) text += line
  return text
}

const header = 'Symbol,Recommendation,Responsible,Due date'

test('rejected rows can be corrected in a file of their own, which is safe to open', async () => {
  const symbol = `X/${newId()}`
  const rows = [
    header,
    `${symbol},States should act.,,`,
    `${symbol},"=HYPERLINK(""x"")",${organizations.health.name},31 Feb 2030`,
    `${symbol},States should meet.,${organizations.health.name},soon`,
  ]
  const { id } = await givenSheet({ content: rows.join('\n'), name: 'Follow-up 2026.csv' })
  const { name, lines } = valueIn(await rejectedRowsCsv(chen, id))
  expect(name).toBe('Follow-up 2026')
  const text = await textOf(lines)
  const cells: string[][] = parse(text.replace(byteOrderMark, ''))
  expect(cells).toEqual([
    [...header.split(','), 'Row', 'What is wrong'],
    [symbol, `'=HYPERLINK("x")`, organizations.health.name, "'31 Feb 2030", '3', expect.stringMatching(/^Due date: /)],
    [symbol, 'States should meet.', organizations.health.name, 'soon', '4', expect.stringMatching(/^Due date: /)],
  ])
  const corrected = text.replace("'31 Feb 2030", '2030-02-28').replace('soon', '1 March 2030')
  expect(await givenImported({ content: corrected })).toMatchObject({ errors: [], counts: { made: 2, assignments: 2 } })
  const made = await db.recommendation.findMany({ where: { document: { symbol } }, orderBy: { key: 'asc' } })
  expect(made.map(({ quote }) => quote)).toEqual(['=HYPERLINK("x")', 'States should meet.'])
})

test('the template is imported as it is, once it is filled in', async () => {
  const symbol = `X/${newId()}`
  const values: Record<string, string> = {
    'Symbol of the document': symbol,
    'Title of the document': 'Report of the Meeting',
    'Paragraph number': '1.10',
    'Text of the recommendation': 'States should act.',
    Themes: 'Training; Justice',
    'Responsible organizations': organizations.health.name,
    'Due date': '2030-12-31',
    Progress: 'In progress',
    'Date of the last report': '2026-01-31',
    'Text of the last report': 'Begun.',
    'Key in the source': '7',
  }
  const columns = templateColumns()
  const content = workbookOf(
    columns,
    columns.map((name) => values[name] ?? ''),
  )
  const done = await givenImported({ content, name: 'template.xlsx' })
  expect(done).toMatchObject({ errors: [], counts: { made: 1, recommendations: 1, assignments: 1, reports: 1 } })
  const document = await db.document.findFirstOrThrow({ where: { symbol } })
  expect(document.title).toBe('Report of the Meeting')
  const made = await db.recommendation.findFirstOrThrow({ where: { documentId: document.id } })
  expect(made).toMatchObject({ key: `${document.code}-1-10.1`, quote: 'States should act.' })
})

test('a spreadsheet is read and imported at the console', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-console-'))
  const file = join(folder, 'follow-up.xlsx')
  const symbol = `X/${newId()}`
  writeFileSync(file, workbookOf(['Recommendation', 'Due date'], ['States should act.', ''], ['', '2030-01-01']))
  try {
    const result = valueIn(await sheetAtConsole({ file, symbol, import: true, user: 'chen@example.org' }))
    expect(result).toMatchObject({ state: 'imported', name: 'follow-up.xlsx', counts: { made: 1, wrong: 1 } })
    expect(result.wrong.map(({ row }) => row)).toEqual([3])
    expect(await db.recommendation.count({ where: { document: { symbol } } })).toBe(1)
    expect(refusalOf(await sheetAtConsole({ file: folder }))).toBe('file: import_file_missing')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** Everything that an import could change. */
const everything = async () => ({
  documents: await db.document.findMany({ orderBy: { id: 'asc' } }),
  recommendations: await db.recommendation.findMany({ orderBy: { id: 'asc' } }),
  assignments: await db.assignment.findMany({ orderBy: { id: 'asc' } }),
  organizations: await db.organization.findMany({ orderBy: { id: 'asc' } }),
  events: await db.event.count(),
})

test('to export the register and import it again changes nothing', async () => {
  const { id } = await givenAssignment()
  const report = { assignmentId: id, progress: 'in_progress', narrative: 'Begun, \n- with a list, and = signs.' }
  valueIn(await reportProgress(amina, report))
  const text = '- States should act; - they should also meet.'
  const paragraphs = [{ label: '12 bis', text }]
  const recommendations = [{ paragraph: '12 bis', start: 0, end: text.length, title: '=1+1, or 2 May' }]
  const code = `T-${newId().toUpperCase()}`
  valueIn(await addDocument(chen, { id: newId(), code, title: 'Report', paragraphs, recommendations }))

  const before = await everything()
  const filters = valueIn(readFilters(paramsOf({})))
  const files = [
    { content: await textOf(valueIn(await recommendationsCsv(chen, filters))), name: 'export.csv' },
    { content: await textOf(valueIn(await assignmentsCsv(chen, filters, 'semicolon'))), name: 'export.csv' },
    { content: (await exported(chen, filters, 'xlsx')).content, name: 'export.xlsx' },
    { content: (await exported(chen, filters, 'xlsx', 'assignments')).content, name: 'export.xlsx' },
  ]
  for (const file of files) {
    const done = await givenImported(file)
    expect(done.errors).toEqual([])
    expect(done.counts).toMatchObject({ made: 0, wrong: 0, unchanged: done.counts.rows })
    expect(done.counts.rows).toBeGreaterThan(0)
  }
  expect(await everything()).toEqual(before)
})
