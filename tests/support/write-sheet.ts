import { vi } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { receiveSheet } from '@/lib/sheets/receive-sheet'
import { workOnSheets } from '@/lib/sheets/run-sheets'
import { valueIn } from './given'
import { uploadOf } from './uploads'

const patience = { timeout: 30_000, interval: 100 }

/** Sends a spreadsheet with a word in everything that people fill, and in what only some spreadsheets have. */
export async function writeSheet(actor: Actor, word: string) {
  const { id } = valueIn(await receiveSheet(actor, {}, uploadOf(`${word},Quote\n1,${word}`, `${word}.csv`)))
  await workOnSheets()
  // A server of the test may have taken it first.
  await vi.waitFor(() => db.sheet.findFirstOrThrow({ where: { id, state: { in: ['review', 'failed'] } } }), patience)
  const errors = [{ field: 'quote', code: word, params: {} }]
  await db.sheetRow.updateMany({ where: { sheetId: id }, data: { errors, newOrganizations: [word] } })
  await db.sheetMade.create({ data: { id: newId(), sheetId: id, row: 2, kind: 'document', named: word } })
  const told = { error: { code: word, params: {} }, options: { title: word } }
  await db.sheet.update({ where: { id }, data: told, select: { id: true } })
  return id
}
