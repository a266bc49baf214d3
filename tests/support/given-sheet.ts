import type { Actor } from '@/lib/domain/actor'
import { importSheet } from '@/lib/sheets/import-sheet'
import { countsOfSheet, findSheet } from '@/lib/sheets/queries'
import { receiveSheet } from '@/lib/sheets/receive-sheet'
import { rowsOfSheet } from '@/lib/sheets/rows'
import { workOnSheets } from '@/lib/sheets/run-sheets'
import { givenPeople, people, valueIn } from './given'
import { uploadOf } from './uploads'

type Given = { name?: string; by?: Actor; content: string | Uint8Array<ArrayBuffer> }

/** Sends a spreadsheet, and has it read and checked. */
export async function givenSheet({ content, name = 'follow-up.csv', by = people.chen }: Given) {
  await givenPeople()
  const { id } = valueIn(await receiveSheet(by, {}, uploadOf(content, name, { again: 'yes' })))
  await workOnSheets()
  return sheetThere(id)
}

/** Returns a spreadsheet as it is now, with its counts and what is wrong in its rows. */
export async function sheetThere(id: string) {
  const sheet = valueIn(await findSheet(people.chen, id))
  const wrong = await rowsOfSheet(sheet, { state: 'wrong', limit: 100 })
  const errors = wrong.flatMap(({ row, errors }) =>
    errors.map(({ field, code, value }) => ({ row, field, code, value })),
  )
  return { ...sheet, counts: await countsOfSheet(sheet), errors }
}

/** Sends a spreadsheet and imports its valid rows. */
export async function givenImported(given: Given) {
  const { id } = await givenSheet(given)
  valueIn(await importSheet(given.by ?? people.chen, { id }))
  await workOnSheets()
  return sheetThere(id)
}
