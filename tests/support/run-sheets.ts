import { publishImport } from '@/lib/imports/publish-import'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { newId } from '@/lib/platform/id'
import { importSheet } from '@/lib/sheets/import-sheet'
import { mapColumns } from '@/lib/sheets/map-columns'
import { newOrganizationsOf } from '@/lib/sheets/new-organizations'
import { documentsOfSheet, listSheets } from '@/lib/sheets/queries'
import { receiveSheet } from '@/lib/sheets/receive-sheet'
import { workOnSheets } from '@/lib/sheets/run-sheets'
import { giveBack, keepSheet, takeSheet } from '@/lib/sheets/take-sheet'
import { withdrawSheet } from '@/lib/sheets/withdraw-sheet'
import { organizations, people, valueIn } from './given'
import { givenDocument } from './given-document'
import { confirmAll, givenDraft, givenEditionImport } from './given-edition'
import { givenImported, givenSheet } from './given-sheet'
import { uploadOf } from './uploads'

const { chen } = people

/** Spreadsheets from the file to what they add, and back. */
export async function importAndUndoSheets() {
  const { code } = await givenDocument()
  const rows = [
    'Document,Symbol,Recommendation,Responsible,Addressed to,Progress,ID',
    `${code},,States should act.,${organizations.health.name},,In progress,1`,
    `${code},,They should,,,,2`,
    `,X/${newId()},States should meet.,Agency ${newId()},States,Done,3`,
  ]
  const sheet = await givenImported({ content: rows.join('\n') })
  valueIn(await listSheets(chen))
  await documentsOfSheet(sheet)
  await givenImported({ content: rows.join('\n') })
  valueIn(await withdrawSheet(chen, { id: sheet.id }))
  await givenImported({ content: rows.join('\n') })
  await listNewOrganizations()
  await growDocument()
  await quoteEarlierEdition()
  await failAndGiveBack()
}

/** A spreadsheet that would add an organization. */
async function listNewOrganizations() {
  const rows = ['Symbol,Recommendation,Responsible', `Z/${newId()},States should report.,Agency ${newId()}`]
  const { id } = await givenSheet({ content: rows.join('\n') })
  await newOrganizationsOf(chen, id)
}

/** A spreadsheet whose columns are chosen by a person, and a second one that goes into the document of the first. */
async function growDocument() {
  const rows = ['Symbol,Paragraph,Recommendation', `Y/${newId()},1,States should report.`]
  const { id, mapping } = await givenSheet({ content: rows.join('\n') })
  valueIn(await mapColumns(chen, { id, mapping }))
  await workOnSheets()
  valueIn(await importSheet(chen, { id }))
  await workOnSheets()
  const [, first = ''] = rows
  await givenImported({ content: [...rows, first.replace(/,1,.*/, ',2,States should meet.')].join('\n') })
}

/** A spreadsheet that quotes an earlier edition and names a group. */
async function quoteEarlierEdition() {
  const { code } = await givenDraft()
  const { id } = await givenEditionImport(code)
  await confirmAll(id)
  valueIn(await publishImport(chen, { id }))
  const name = `Parties ${newId()}`
  const { slug } = valueIn(await addGroup(chen, { id: newId(), name }))
  valueIn(await addMembers(chen, { group: slug, names: [organizations.health.name] }))
  const rows = ['Document,Recommendation,Responsible', `${code},Donors should pay for the guide,${name}`]
  await givenImported({ content: [...rows, `${code},Experts should meet every year in Vienna.,${name}`].join('\n') })
}

/** A spreadsheet that cannot be read, and one that a process takes and gives back. */
async function failAndGiveBack() {
  const { id } = valueIn(await receiveSheet(chen, {}, uploadOf(`Recommendation,${newId()}`, 'a.csv')))
  await workOnSheets()
  await importSheet(chen, { id })
  valueIn(await receiveSheet(chen, {}, uploadOf(`Recommendation\n${newId()}`, 'b.csv')))
  const taken = await takeSheet()
  if (!taken) throw new Error('No spreadsheet was waiting.')
  await keepSheet(taken)
  await giveBack(taken, 60_000)
}
