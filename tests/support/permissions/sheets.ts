import { newId } from '@/lib/platform/id'
import { chooseWorksheet } from '@/lib/sheets/choose-worksheet'
import { importSheet } from '@/lib/sheets/import-sheet'
import { mapColumns } from '@/lib/sheets/map-columns'
import { findSheet, listSheets } from '@/lib/sheets/queries'
import { receiveSheet } from '@/lib/sheets/receive-sheet'
import { findSheetInFull } from '@/lib/sheets/rows'
import { withdrawSheet } from '@/lib/sheets/withdraw-sheet'
import { textRows, xlsxOf } from '../formats/xlsx'
import { givenSheet } from '../given-sheet'
import { uploadOf } from '../uploads'
import { keepers, type Permission, type Person } from './permission'

const content = () => `Symbol,Recommendation\nX/${newId()},States should act.\n`

/** Reading a spreadsheet takes a process of its own, so those who change nothing and those who are refused share one. */
let shared: ReturnType<typeof givenSheet> | undefined
const unchanged = () => {
  shared ??= givenSheet({ content: content() })
  return shared
}
const sheet = (person: Person) => (keepers.includes(person.role) ? givenSheet({ content: content() }) : unchanged())

const worksheet = () => ({
  name: newId(),
  data: textRows([
    ['Symbol', 'Recommendation'],
    [`X/${newId()}`, 'States should act.'],
  ]),
})
let sharedWorkbook: ReturnType<typeof givenSheet> | undefined
const workbook = (person: Person) => {
  const given = () => givenSheet({ content: xlsxOf([worksheet(), worksheet()]), name: 'follow-up.xlsx' })
  if (keepers.includes(person.role)) return given()
  sharedWorkbook ??= given()
  return sharedWorkbook
}

/** Commands on spreadsheets. Those who keep the record work on each other's. */
const attempts: Record<string, Permission['attempt']> = {
  receiveSheet: (person) => receiveSheet(person, {}, uploadOf(content(), 'follow-up.csv')),
  findSheet: async (person) => findSheet(person, (await unchanged()).id),
  findSheetInFull: async (person) => findSheetInFull(person, (await unchanged()).id, { limit: 5 }),
  listSheets: (person) => listSheets(person),
  mapColumns: async (person) => mapColumns(person, { id: (await sheet(person)).id, mapping: { quote: 1 } }),
  chooseWorksheet: async (person) => chooseWorksheet(person, { id: (await workbook(person)).id, worksheet: 1 }),
  importSheet: async (person) => importSheet(person, { id: (await sheet(person)).id }),
  withdrawSheet: async (person) => withdrawSheet(person, { id: (await sheet(person)).id }),
}

export const onSheets: Permission[] = Object.entries(attempts).map(([command, attempt]) => ({
  command,
  relation: 'anything',
  allowed: keepers,
  attempt,
}))
