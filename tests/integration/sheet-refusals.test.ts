import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { unlinkRecommendation } from '@/lib/relations/unlink-recommendation'
import { importSheet } from '@/lib/sheets/import-sheet'
import { mapColumns } from '@/lib/sheets/map-columns'
import { workOnSheets } from '@/lib/sheets/run-sheets'
import { withdrawSheet } from '@/lib/sheets/withdraw-sheet'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImported, givenSheet } from '../support/given-sheet'
import { refusalOf } from '../support/refusal'

const { chen } = people

beforeAll(givenPeople)

/** Two recommendations of a document of its own. */
function twoRows() {
  const symbol = `X/${newId()}`
  const rows = [
    'Symbol;Paragraph;Recommendation',
    `${symbol};12;States should train judges.`,
    `${symbol};13;States should publish a guide.`,
  ]
  return { symbol, content: rows.join('\r\n') }
}

test('an import is not undone once one of its recommendations is linked, so that no link is lost', async () => {
  const { symbol, content } = twoRows()
  const { id } = await givenImported({ content })
  const { code } = await db.document.findFirstOrThrow({ where: { symbol } })
  const link = { key: `${code}-12.1`, to: `${code}-13.1` }
  valueIn(await linkRecommendation(chen, { ...link, relation: 'part_of' }))
  expect(refusalOf(await withdrawSheet(chen, { id }))).toBe('sheet_in_use')
  valueIn(await unlinkRecommendation(chen, link))
  valueIn(await withdrawSheet(chen, { id }))
})

test('a column that was empty is guessed once it has values, and others keep what people said of them', async () => {
  const columns = `Symbol;Measure ${newId()};Text;Responsible;Deadline`
  const row = (end: string) => `${columns}\r\nX/${newId()};a;States should meet.;${end}`
  const { id } = await givenSheet({ content: row(';') })
  valueIn(await mapColumns(chen, { id, mapping: { symbol: 0, title: 2, quote: 1 } }))
  await workOnSheets()
  valueIn(await importSheet(chen, { id }))
  await workOnSheets()
  const { mapping } = await givenSheet({ content: row(`${organizations.health.name};31/12/2030`) })
  expect(mapping).toEqual({ symbol: 0, title: 2, quote: 1, organization: 3, dueOn: 4 })
})

test('a column contains one thing, and a key stands beside its own text only', async () => {
  const { symbol, content } = twoRows()
  const { id } = await givenSheet({ content })
  const twice = { symbol: 0, quote: 2, title: 2 }
  expect(refusalOf(await mapColumns(chen, { id, mapping: twice }))).toBe('mapping.title: sheet_column_shared')
  await givenImported({ content })
  const { code } = await db.document.findFirstOrThrow({ where: { symbol } })
  const agency = organizations.finance.name
  const sorted = [
    'Key;Recommendation;Responsible',
    `${code}-12.1;States should publish a guide.;${agency}`,
    `${code.toLowerCase()}-13.1;States  should publish a guide.;${agency}`,
  ]
  expect(await givenSheet({ content: sorted.join('\r\n') })).toMatchObject({
    counts: { ready: 1, wrong: 1 },
    errors: [{ row: 2, field: 'quote', code: 'sheet_quote_of_other' }],
  })
})
