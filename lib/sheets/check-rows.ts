import 'server-only'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { actorOf } from './actor-of'
import type { NewDuty } from './resolve-duties'
import { markRows, nextBatch, shareOf } from './rows-of'
import { failSheet, holdTaken, noteProgress, type Taken } from './take-sheet'

/** Checks the rows of a spreadsheet against the register, and leaves it to review. Writes nothing into the register. */
export async function checkRows(taken: Taken, signal: AbortSignal) {
  const { id } = taken
  const actor = await actorOf(id, 'author')
  if (!actor) return failSheet(taken, { code: 'sheet_author_gone', params: {} })
  for (let more = true; more; ) {
    signal.throwIfAborted()
    more = await db.$transaction(
      async (tx) => {
        await holdTaken(tx, taken)
        const batch = await nextBatch(tx, actor, { sheetId: id, state: 'unchecked', now: now() })
        if (!batch) {
          await tx.sheet.update({
            where: { id },
            data: { state: 'review', progress: 1, tries: 0, version: { increment: 1 } },
            select: { id: true },
          })
          return false
        }
        const good = batch.resolved.map(({ row, duties }) => ({
          row,
          state: 'ready' as const,
          errors: [],
          newOrganizations: newIn(duties),
        }))
        const wrong = batch.wrong.map(({ row, errors }) => ({ row, state: 'wrong' as const, errors }))
        await markRows(tx, id, [...good, ...wrong])
        await noteProgress(tx, taken, await shareOf(tx, id, 'unchecked'))
        return true
      },
      { timeout: 60_000 },
    )
  }
}

/** Returns the names of the organizations that a row adds. */
const newIn = (duties: readonly NewDuty[]) =>
  duties.flatMap(({ organization }) => ('name' in organization ? organization.name : []))
