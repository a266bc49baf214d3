import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn, readIn, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, type Failure, notFound, ok, type Result, unchanged } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { Version } from '@/lib/platform/version'
import type { ImportCandidate, Prisma } from '@/prisma/generated/client'
import type { ImportState } from '@/prisma/generated/enums'
import { type CandidateNow, candidateShapes } from './candidate-shape'
import { importNow } from './queries'

/** The candidate that a command changes, and the version that the person saw. */
export const which = { importId: ExistingId, id: ExistingId, version: Version }

const Which = z.object(which)
type Which = z.output<typeof Which>

export type Changes = Omit<Prisma.ImportCandidateUncheckedUpdateManyInput, 'id' | 'importId' | 'version'>

/**
 * Runs a change of the review of an import in one transaction, for those who may import. What people decide there is not
 * part of the record, so it leaves no event. A refusal is rolled back. Refusals: `import_not_found`,
 * `import_not_in_review`.
 */
export async function inReview<T>(importId: string, work: (tx: Transaction) => Promise<Result<T>>): Promise<Result<T>> {
  const undone: { failure?: Failure } = {}
  const transaction = async (tx: Transaction) => {
    const result = (await refusesReview(tx, importId)) ?? (await work(tx))
    if (result.ok) return result
    undone.failure = result
    throw new Error('Rolled back.')
  }
  try {
    return await inWriterTurn(() => db.$transaction(transaction))
  } catch (error) {
    if (undone.failure) return undone.failure
    throw error
  }
}

/**
 * Locks an import, so that those who review it wait for each other, and for its publication. Returns the refusal if it
 * is not there or not to be reviewed.
 */
export async function refusesReview(tx: Transaction, id: string): Promise<Failure | undefined> {
  const [row] = await readIn<{ state: ImportState }>(
    tx,
    'import-to-review',
    sql`select state from imports where id = ${id}::uuid for update`,
  )
  if (!row) return notFound('import_not_found')
  return row.state === 'review' ? undefined : conflict('import_not_in_review', await importNow(tx, id))
}

/** Returns a candidate of an import, or the refusal. */
export async function candidateIn(tx: Transaction, { importId, id }: Pick<Which, 'importId' | 'id'>) {
  const row = await tx.importCandidate.findFirst({ where: { id, importId } })
  return row ? ok(row) : notFound('candidate_not_found')
}

/** Returns a candidate as it is in this transaction. */
export async function candidateNow(tx: Transaction, id: string): Promise<CandidateNow> {
  const [shape] = await candidateShapes([await tx.importCandidate.findUniqueOrThrow({ where: { id } })], tx)
  if (!shape) throw new Error(`The candidate ${id} has no shape.`)
  return shape
}

/**
 * Writes the changes that differ from a candidate. Returns the candidate, or `candidate_changed` with the current one if
 * someone else has changed it since the person saw it.
 */
export async function writeCandidate(
  tx: Transaction,
  actor: Actor,
  { row, version, changes }: { row: ImportCandidate; version: number; changes: Changes },
): Promise<Result<CandidateNow>> {
  const { id } = row
  if (stands(row, changes)) return unchanged(await candidateNow(tx, id))
  const decided = changes.decision !== undefined && { decidedById: actor.id, decidedAt: now() }
  const { count } = await tx.importCandidate.updateMany({
    where: { id, version },
    data: { ...changes, ...decided, version: { increment: 1 } },
  })
  return count === 0 ? changedSince(tx, row) : ok(await candidateNow(tx, id))
}

/** Returns the refusal of a change to a candidate that someone else has changed or merged. */
export const changedSince = async (tx: Transaction, { id }: { id: string }) => {
  const there = await tx.importCandidate.count({ where: { id } })
  return there > 0 ? conflict('candidate_changed', await candidateNow(tx, id)) : notFound('candidate_not_found')
}

/** Returns whether a candidate has these values already. */
function stands(row: ImportCandidate, changes: Changes) {
  const current: Record<string, unknown> = { ...row }
  return Object.entries(changes).every(([field, value]) => sorted(value) === sorted(current[field]))
}

/** JSON whose fields are in one order, because the database keeps its own. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  ) ?? 'null'
