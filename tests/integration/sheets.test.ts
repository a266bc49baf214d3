import { beforeAll, expect, test } from 'vitest'
import { findDocument } from '@/lib/documents/queries'
import { publishImport } from '@/lib/imports/publish-import'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { mapColumns } from '@/lib/sheets/map-columns'
import { workOnSheets } from '@/lib/sheets/run-sheets'
import { withdrawSheet } from '@/lib/sheets/withdraw-sheet'
import { flawInHistory, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenDocument } from '../support/given-document'
import { confirmAll, givenDraft, givenEditionImport } from '../support/given-edition'
import { givenImported, givenSheet, sheetThere } from '../support/given-sheet'
import { refusalOf } from '../support/refusal'

const { chen, amina } = people

beforeAll(givenPeople)

/** A follow-up spreadsheet on a document of its own. */
function followUp(symbol = `X/${newId()}`) {
  const rows = [
    'Follow-up of the ministry;;;;;;',
    ';;;;;;',
    'Symbol;Paragraph;Recommendation;Responsible;Deadline;Status;Comments',
    `${symbol};12;States should train judges.;${organizations.health.name};31/12/2030;Ongoing;"Courses began;`,
    'a second one follows."',
    `${symbol};13;States should publish a guide.;Agency ${symbol};30/06/2031;Completed;`,
    `${symbol};14;;;;;`,
    `${symbol};15;States should meet.;${organizations.health.name};31/02/2031;Perhaps;`,
  ]
  return { symbol, content: rows.join('\r\n') }
}

test('a follow-up spreadsheet becomes a register with what was done, and history says so', async () => {
  const { symbol, content } = followUp()
  const sheet = await givenSheet({ content })
  expect(sheet).toMatchObject({
    state: 'review',
    format: 'csv',
    mapping: { symbol: 0, paragraph: 1, quote: 2, organization: 3, dueOn: 4, progress: 5, report: 6 },
    options: { order: 'dmy' },
    counts: { rows: 4, ready: 2, wrong: 2 },
  })
  expect(sheet.errors).toEqual([
    { row: 6, field: 'quote', code: 'sheet_quote_missing', value: '' },
    { row: 7, field: 'dueOn', code: 'sheet_day_unreadable', value: '31/02/2031' },
    { row: 7, field: 'progress', code: 'sheet_progress_unknown', value: 'Perhaps' },
  ])

  const done = await givenImported({ content })
  expect(done).toMatchObject({
    state: 'imported',
    counts: { made: 2, wrong: 2, documents: 1, recommendations: 2, organizations: 1, assignments: 2, reports: 2 },
  })
  const document = await db.document.findFirstOrThrow({ where: { symbol } })
  const found = await findDocument(chen, document.code)
  expect(found?.paragraphs).toMatchObject([
    { label: '12', text: 'States should train judges.', recommendations: [{ key: `${document.code}-12.1` }] },
    { label: '13', text: 'States should publish a guide.', recommendations: [{ key: `${document.code}-13.1` }] },
  ])
  const assignments = await db.assignment.findMany({
    where: { recommendation: { documentId: document.id } },
    select: {
      progress: true,
      verification: true,
      dueOn: true,
      reports: { select: { narrative: true, onBehalf: true } },
    },
    orderBy: { recommendation: { key: 'asc' } },
  })
  expect(assignments).toEqual([
    {
      progress: 'in_progress',
      verification: 'none',
      dueOn: new Date('2030-12-31'),
      reports: [{ narrative: 'Courses began;\r\na second one follows.', onBehalf: true }],
    },
    {
      progress: 'implemented',
      verification: 'submitted',
      dueOn: new Date('2031-06-30'),
      reports: [{ narrative: 'Imported from follow-up.csv, row 5.', onBehalf: true }],
    },
  ])
  expect(await flawInHistory()).toBeUndefined()
})

test('what a spreadsheet has made is marked as imported, in history too', async () => {
  const { symbol, content } = followUp()
  const { id: sheet } = await givenImported({ content })
  const made = await db.assignment.findFirstOrThrow({
    where: { recommendation: { document: { symbol } }, organizationId: organizations.health.id },
    select: { id: true },
  })
  const imported = { sheet, row: 4 }
  expect(await findAssignmentInFull(chen, made.id)).toMatchObject({ imported, reports: [{ imported }] })
  const events = await db.event.findMany({ where: { subjectId: made.id }, orderBy: { seq: 'asc' } })
  expect(events.map(({ body }) => JSON.parse(body))).toMatchObject([
    { after: { imported: { sheetId: sheet, row: 4 } } },
    { after: { imported: { sheetId: sheet, row: 4 } } },
  ])
})

test('the same rows again add nothing, and further ones go into the same document', async () => {
  const { symbol, content } = followUp()
  await givenImported({ content })
  const again = await givenImported({
    content: `${content}\r\n${symbol};16;States should report.;${organizations.health.name};2030-01-01;;`,
  })
  expect(again.counts).toMatchObject({ made: 1, unchanged: 2, recommendations: 1, documents: 0, assignments: 1 })
  const [document, ...others] = await db.document.findMany({ where: { symbol } })
  expect(others).toEqual([])
  const rows = await db.paragraph.findMany({ where: { edition: { documentId: document?.id ?? '' } } })
  expect(rows.map(({ ordinal, label }) => [ordinal, label])).toEqual([
    [1, '12'],
    [2, '13'],
    [3, '16'],
  ])
})

test('a quote is anchored in a document that is there, or is an error unless it may stand apart', async () => {
  const { code } = await givenDocument()
  const text = await db.paragraph.findFirstOrThrow({ where: { edition: { document: { code } }, text: { not: '' } } })
  const words = text.text.slice(0, 12).trim()
  const content = `Document,Recommendation,Responsible\n${code},"${words}",${organizations.health.name}\n${code},Not in it.,\n`
  const sheet = await givenSheet({ content })
  expect(sheet.errors).toEqual([{ row: 3, field: 'quote', code: 'sheet_quote_not_found', value: 'Not in it.' }])

  const mapping = { document: 0, quote: 1, organization: 2 }
  valueIn(await mapColumns(chen, { id: sheet.id, mapping, apart: true }))
  await workOnSheets()
  expect(await sheetThere(sheet.id)).toMatchObject({ state: 'review', errors: [], counts: { ready: 2 } })

  const done = await givenImported({ content })
  expect(done.counts).toMatchObject({ made: 1, wrong: 1, recommendations: 1, assignments: 1, documents: 0 })
  const made = await db.recommendation.findFirstOrThrow({ where: { paragraphId: text.id, start: 0, quote: words } })
  expect(made.title).not.toBe('')
})

test('quotes are found in the current edition, and what stands there is not added again', async () => {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await publishImport(chen, { id }))
  const quotes = [
    'The Secretariat should translate and print the guide in all languages of the Meeting.',
    'Experts should meet every year in Vienna.',
    // Of the earlier edition: a recommendation, and words that are none.
    'Donors should pay for the guide  and for its distribution.',
    'the guide into all languages',
  ]
  const content = ['Document,Recommendation', ...quotes.map((quote) => `${code},${quote}`)].join('\n')
  const done = await givenImported({ content })
  expect(done.errors).toMatchObject([{ row: 5, code: 'sheet_quote_earlier' }])
  expect(done.counts).toMatchObject({ made: 1, unchanged: 2, recommendations: 1, documents: 0 })
  const made = await db.recommendation.findFirstOrThrow({
    where: { document: { code }, quote: 'Experts should meet every year in Vienna.' },
    select: { paragraph: { select: { edition: { select: { number: true } } } } },
  })
  expect(made.paragraph.edition.number).toBe(2)
})

test('a document that a spreadsheet has made keeps what has changed in a new edition', async () => {
  const { symbol, content } = followUp()
  const { id } = await givenImported({ content })
  const { code } = await db.document.findFirstOrThrow({ where: { symbol } })
  const edition = await givenEditionImport(
    code,
    '12. States should train all judges.\n\n13. States should publish a guide.',
  )
  await confirmAll(edition.id)
  valueIn(await publishImport(chen, { id: edition.id }))
  expect(refusalOf(await withdrawSheet(chen, { id }))).toBe('sheet_in_use')
  const further = `${content}\r\n${symbol};12;States should train all judges.;;;;`
  expect(await givenImported({ content: further })).toMatchObject({ counts: { documents: 0, recommendations: 0 } })
})

test('an import is undone as long as nobody has worked on it, and can be done again', async () => {
  const { symbol, content } = followUp()
  const { id } = await givenImported({ content })
  expect(valueIn(await withdrawSheet(chen, { id }))).toMatchObject({ state: 'withdrawn' })
  expect(await db.document.count({ where: { symbol, archivedAt: null } })).toBe(0)
  expect(await givenImported({ content })).toMatchObject({ counts: { recommendations: 2, documents: 1 } })
  expect(await flawInHistory()).toBeUndefined()
})

test('only those who keep the record import spreadsheets', async () => {
  const { id } = await givenSheet({ content: followUp().content })
  expect(refusalOf(await withdrawSheet(amina, { id }))).toBe('sheet_forbidden')
  expect(refusalOf(await mapColumns(amina, { id, mapping: {} }))).toBe('sheet_forbidden')
})
