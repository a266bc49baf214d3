import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { oneAtATime } from '@/lib/organizations/find-or-add'
import { now } from '@/lib/platform/clock'
import { db, type Transaction } from '@/lib/platform/db'
import { ok, type Result, unchanged } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import { timeout } from '@/lib/registration/add-document'
import { actorOf } from './actor-of'
import type { Made } from './made-row'
import { type Batch, markRows, nextBatch, shareOf } from './rows-of'
import { failSheet, holdTaken, noteProgress, type Taken } from './take-sheet'
import { writeBatch } from './write-batch'

/**
 * Imports the rows of a spreadsheet that are ready, batch by batch. Each batch marks its rows and writes its events in one
 * transaction. If a process ends in between, another one goes on with the next batch, and each row is imported once.
 */
export async function importRows(taken: Taken, signal: AbortSignal) {
  const actor = await actorOf(taken.id, 'importedBy')
  if (!actor) return failSheet(taken, { code: 'sheet_author_gone', params: {} })
  for (let more = true; more; ) {
    signal.throwIfAborted()
    const done = await change(actor, (change) => importBatch(change, actor, taken), { timeout })
    if (!done.ok) return failSheet(taken, done)
    more = done.value !== 'none'
    // A batch that makes nothing has no events, so it is marked in a transaction of its own.
    if (done.value === 'nothing') await db.$transaction((tx) => markNothing(tx, taken, actor), { timeout })
  }
  await finish(taken)
}

type Outcome = 'made' | 'nothing' | 'none'

async function importBatch(change: Change, actor: Actor, taken: Taken): Promise<Result<Outcome>> {
  const { tx } = change
  const batch = await lockAndRead(tx, taken, actor)
  if (!batch) return unchanged('none')
  if (makesNothing(batch)) return unchanged('nothing')
  const made = await writeBatch(change, actor, { sheetId: taken.id, name: taken.name, rows: batch.resolved })
  await mark(tx, taken, batch, made)
  return ok('made')
}

/** Reads the next batch when nobody else names organizations or adds documents, so that what it finds missing stays so. */
async function lockAndRead(tx: Transaction, taken: Taken, actor: Actor) {
  await holdTaken(tx, taken)
  await oneAtATime(tx)
  await lockName(tx, 'documents')
  return nextBatch(tx, actor, { sheetId: taken.id, state: 'ready', now: now() })
}

async function markNothing(tx: Transaction, taken: Taken, actor: Actor) {
  const batch = await lockAndRead(tx, taken, actor)
  if (batch && makesNothing(batch)) await mark(tx, taken, batch, [])
}

/** Returns whether everything that a batch says is in the register already. */
const makesNothing = ({ resolved }: Batch) =>
  resolved.every(({ target, duties }) => target.at === 'there' && duties.length === 0)

async function mark(tx: Transaction, taken: Taken, batch: Batch, made: readonly Made[]) {
  const makers = new Set(made.map(({ row }) => row))
  const good = batch.resolved.map(({ row }) => {
    return { row, state: makers.has(row) ? ('made' as const) : ('unchanged' as const), errors: [] }
  })
  const wrong = batch.wrong.map(({ row, errors }) => ({ row, state: 'wrong' as const, errors }))
  await markRows(tx, taken.id, [...good, ...wrong])
  await tx.sheetMade.createMany({ data: made.map((one) => ({ ...one, sheetId: taken.id })) })
  await noteProgress(tx, taken, await shareOf(tx, taken.id, 'ready'))
}

const finish = (taken: Taken) =>
  db.$transaction(async (tx) => {
    await holdTaken(tx, taken)
    await tx.sheet.update({
      where: { id: taken.id },
      data: { state: 'imported', importedAt: now(), progress: 1, tries: 0, version: { increment: 1 } },
      select: { id: true },
    })
  })
