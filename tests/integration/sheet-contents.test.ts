import { beforeAll, expect, test } from 'vitest'
import { findDocument } from '@/lib/documents/queries'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { chooseWorksheet } from '@/lib/sheets/choose-worksheet'
import { importSheet } from '@/lib/sheets/import-sheet'
import { mapColumns } from '@/lib/sheets/map-columns'
import { findSheetInFull } from '@/lib/sheets/rows'
import { workOnSheets } from '@/lib/sheets/run-sheets'
import { textRows, xlsxOf } from '../support/formats/xlsx'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImported, givenSheet, sheetThere } from '../support/given-sheet'
import { refusalOf } from '../support/refusal'

const { chen } = people

beforeAll(givenPeople)

test('a workbook is read like a CSV file, and another worksheet of it can be read instead', async () => {
  const symbol = `X/${newId()}`
  const header = ['Symbol', 'Recommendation', 'Responsible', 'Deadline']
  const row = (quote: string) => [symbol, quote, organizations.health.name, '2030-12-31']
  const content = xlsxOf([
    { name: 'About', data: textRows([['How to use this file'], ['Ask the secretariat.']]) },
    { name: 'Follow-up', data: textRows([['Follow-up'], header, row('States should train judges.'), row('#REF!')]) },
  ])
  const { id } = await givenSheet({ content, name: 'follow-up.xlsx' })
  expect(await sheetThere(id)).toMatchObject({ format: 'xlsx', worksheets: ['About', 'Follow-up'], worksheet: 0 })
  expect(refusalOf(await chooseWorksheet(chen, { id, worksheet: 2 }))).toContain('sheet_worksheet_unknown')
  valueIn(await chooseWorksheet(chen, { id, worksheet: 1 }))
  await workOnSheets()
  expect(await sheetThere(id)).toMatchObject({
    state: 'review',
    worksheet: 1,
    mapping: { symbol: 0, quote: 1, organization: 2, dueOn: 3 },
    counts: { rows: 2, ready: 1 },
    errors: [{ row: 4, field: 'quote', code: 'sheet_cell_failed', value: '#REF!' }],
  })
  const damaged = await givenSheet({ content: content.subarray(0, 900), name: 'follow-up.xlsx' })
  expect(damaged).toMatchObject({ state: 'failed', error: { code: 'file_unreadable' } })
})

test('rows that name no document wait for its symbol, after which it is named', async () => {
  const content = 'Document,Recommendation,Responsible\n,States should act.,\n,States should meet.,'
  const { id, mapping, errors } = await givenSheet({ content })
  expect(mapping).toEqual({ quote: 1 })
  expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(Array(2).fill('symbol sheet_document_missing'))
  const symbol = `X/${newId()}`
  valueIn(await mapColumns(chen, { id, mapping, symbol }))
  await workOnSheets()
  valueIn(await importSheet(chen, { id }))
  await workOnSheets()
  expect(await sheetThere(id)).toMatchObject({ counts: { made: 2, documents: 1 } })
  expect(await db.document.findFirstOrThrow({ where: { symbol } })).toMatchObject({ title: symbol })
})

test('a column of documents whose values cannot be codes has symbols or titles', async () => {
  const mappingOf = async (document: string) =>
    (await givenSheet({ content: `Document,Recommendation\n${document},States should act.` })).mapping
  expect(await mappingOf(`X/${newId()}`)).toEqual({ symbol: 0, quote: 1 })
  expect(await mappingOf(`Report on water ${newId()}`)).toEqual({ documentTitle: 0, quote: 1 })
  const { id, mapping } = await givenSheet({ content: `Document,Recommendation\nX-${newId()},States should act.` })
  expect(mapping).toEqual({ document: 0, quote: 1 })
  valueIn(await mapColumns(chen, { id, mapping: { document: 1, quote: 0 } }))
  await workOnSheets()
  const { errors } = await sheetThere(id)
  expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual(['document code_unreadable'])
})

test('a group means its members, who report for themselves', async () => {
  const name = `Parties ${newId()}`
  const group = valueIn(await addGroup(chen, { id: newId(), name }))
  const names = [organizations.health.name, `Agency ${name}`]
  valueIn(await addMembers(chen, { group: group.slug, names }))
  const symbol = `X/${newId()}`
  const rows = [
    'Symbol,Recommendation,Responsible,Due date,Status',
    `${symbol},States should act.,${name}; ${organizations.health.name},2030-01-01,`,
    `${symbol},States should meet.,${name},,Ongoing`,
  ]
  const done = await givenImported({ content: rows.join('\n') })
  expect(done.errors).toMatchObject([{ row: 3, field: 'progress', code: 'sheet_progress_of_group' }])
  const assignments = await db.assignment.findMany({
    where: { recommendation: { document: { symbol } } },
    select: { organization: { select: { name: true } }, viaGroupId: true, dueOn: true },
    orderBy: { viaGroupId: 'asc' },
  })
  const dueOn = new Date('2030-01-01')
  const { id: viaGroupId } = await db.group.findUniqueOrThrow({ where: { slug: group.slug } })
  expect(assignments).toEqual([
    { organization: { name: names[1] }, viaGroupId, dueOn },
    { organization: { name: names[0] }, viaGroupId: null, dueOn },
  ])
})

/** An export of the Universal Human Rights Index, as it is: dates as numbers, and each value behind a list mark. */
function fromTheIndex(symbol: string) {
  const ids = [newId(), newId()]
  const header = [
    ...['Text', 'Reccomending Body', 'Countries Concerned', 'Themes', 'Affected Persons', 'Document Symbol'],
    ...['Document Publication Date', 'UPR Position', 'OHCHR Annotation Id'],
  ]
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (text: string, id: string) => {
    const texts = [text, '- UPR', '- Kiribati', '- Right to health\n- Training', '- Children', `- ${symbol}`]
    return `<row>${texts.map(cell).join('')}<c><v>44001</v></c>${cell('- Supported')}${cell(id)}</row>`
  }
  const rows = ids.map((id, place) => row(`84.${place + 1} Train judges (Kenya);`, id))
  const data = `<row>${header.map(cell).join('')}</row>${rows.join('')}`
  return { content: xlsxOf([{ name: 'Sheet1', data }]), name: 'export.xlsx' }
}

test('an export of the Universal Human Rights Index becomes a register, and again nothing twice', async () => {
  const symbol = `A/HRC/44/${newId()}`
  const given = fromTheIndex(symbol)
  const done = await givenImported(given)
  expect(done).toMatchObject({ errors: [], counts: { made: 2, documents: 1, recommendations: 2, organizations: 0 } })
  const document = await db.document.findFirstOrThrow({ where: { symbol } })
  expect(document).toMatchObject({ title: symbol, body: 'UPR', dated: new Date('2020-06-19') })
  const found = await findDocument(chen, document.code)
  expect(found?.paragraphs.map(({ text }) => text)).toEqual([
    '84.1 Train judges (Kenya);',
    '84.2 Train judges (Kenya);',
  ])
  const made = await db.recommendation.findMany({
    where: { documentId: document.id },
    select: { themes: true, addressees: { select: { words: true } } },
  })
  expect(made[0]).toEqual({
    themes: ['Right to health', 'Training'],
    addressees: [{ words: 'Kiribati' }],
  })
  const again = await givenImported({ ...given, name: 'again.xlsx' })
  expect(again.counts).toMatchObject({ made: 0, unchanged: 2, documents: 0 })
})

test('an export of IMPACT OSS has its texts in descriptions, and its references are keys', async () => {
  const symbol = `X/${newId()}`
  const rows = [
    'reference,title,description,support_level,updated_at',
    '122.11,Judges,Train judges in all courts.,Supported,2026-01-05T10:00:00Z',
    '122.12,Schools,"Build schools,\nalso on islands.",Noted,2026-01-05T10:00:00Z',
  ]
  const imported = async (content: string) => {
    const { id, mapping } = await givenSheet({ content, name: 'recommendations.csv' })
    expect(mapping).toEqual({ quote: 2, title: 1, sourceKey: 0 })
    valueIn(await mapColumns(chen, { id, mapping, symbol }))
    await workOnSheets()
    valueIn(await importSheet(chen, { id }))
    await workOnSheets()
    return sheetThere(id)
  }
  expect(await imported(rows.join('\n'))).toMatchObject({ errors: [], counts: { made: 2, recommendations: 2 } })
  const changed = rows.join('\n').replace('in all courts', 'in every court')
  expect(await imported(changed)).toMatchObject({ errors: [], counts: { made: 0, unchanged: 2 } })
})

test('organizations that would be added are listed with what they may mean, and can mean an existing one', async () => {
  const symbol = `N/${newId()}`
  const written = organizations.health.name.slice(0, -1)
  const rows = [
    'Symbol;Paragraph;Recommendation;Responsible',
    `${symbol};1;States should train judges.;${written}`,
    `${symbol};2;States should meet.;"${written}; Agency ${symbol}"`,
  ]
  const { id, mapping } = await givenSheet({ content: rows.join('\n') })
  const listed = async () => valueIn(await findSheetInFull(chen, id, { limit: 10 })).newOrganizations
  expect(await listed()).toEqual({
    count: 2,
    listed: [
      { name: written, rows: 2, perhaps: organizations.health.name },
      { name: `Agency ${symbol}`, rows: 1 },
    ],
  })

  const unknown = await mapColumns(chen, { id, mapping, sameAs: { [written]: `Nobody ${symbol}` } })
  expect(refusalOf(unknown)).toBe(`sameAs.${written}: organization_unknown`)

  valueIn(await mapColumns(chen, { id, mapping, sameAs: { [written]: organizations.health.name } }))
  await workOnSheets()
  expect(await listed()).toMatchObject({ count: 1, listed: [{ name: `Agency ${symbol}` }] })
  valueIn(await importSheet(chen, { id }))
  await workOnSheets()
  expect((await sheetThere(id)).counts).toMatchObject({ made: 2, organizations: 1, assignments: 3 })
})
