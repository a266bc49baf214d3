import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { changeIdIn } from '@/lib/history/change-id'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { findPerson } from '@/lib/people/queries'
import { readIn, type Transaction } from '@/lib/platform/db'
import type { Code } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, invalid, invalidField, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { raw, sql } from '@/lib/platform/sql'
import { writtenText } from '@/lib/platform/text'
import { OwnerEmail, ownerFor } from './assignment-fields'
import { type Kept, keptJson } from './handed-over'
import { mayAssign } from './policy'

const missing: Code = 'owner_missing'

const HandOver = z.strictObject({
  /** The ID of the current owner. */
  id: ExistingId,
  /** The email or ID of the new owner. */
  to: z.string(missing).min(1, missing).pipe(OwnerEmail),
  note: writtenText('reason_missing', 2000).optional(),
})

/** The largest number of assignments that the answer lists. */
const most = 200

/** The new owner, how many assignments they got, those that stay because they cannot own them, and the ID of the change. */
type HandedOver = {
  to: { id: string; name: string }
  moved: number
  left: { total: number; items: Kept[] }
  change: string
}

/**
 * Hands over every open assignment of one owner that the new owner can own. The note is for the new owner. Refusals:
 * `user_not_found`, `assign_forbidden`.
 */
export async function handOver(actor: Actor, input: unknown): Promise<Result<HandedOver>> {
  const parsed = HandOver.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id: from, to: named, note } = parsed.data

  if (!(await findPerson(actor, from))) return notFound('user_not_found')
  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    const { tx } = change
    const owning = await ownerFor(tx, actor, named, [])
    if (!owning.ok) return invalid(...owning.errors.map((error) => ({ ...error, field: 'to' })))
    const to = await tx.user.findUniqueOrThrow({ where: { id: owning.id ?? '' }, select: { id: true, name: true } })
    const owned = await lockOwned(tx, from, to.id)
    const moving = owned.filter(({ able }) => able)
    const staying = owned.filter(({ able }) => !able).map(({ kept }) => kept)
    const left = { total: staying.length, items: staying.slice(0, most) }
    const handed = { to, moved: moving.length, left, change: await changeIdIn(tx) }
    if (from === to.id) return unchanged({ ...handed, moved: 0 })
    if (moving.length === 0) {
      const [first] = staying
      return first
        ? invalidField('to', 'owner_outside', { name: to.name, organization: first.organization.name })
        : unchanged(handed)
    }

    await move(change, moving, { from, to: to.id, note: await keepReasonIfGiven(change, actor, note) })
    return ok(handed)
  })
}

type Handing = { from: string; to: string; note: { id: string; sha256: string } | undefined }

async function move({ tx, record }: Change, moving: readonly Owned[], { from, to, note }: Handing) {
  await tx.assignment.updateMany({
    where: { id: { in: moving.map(({ kept }) => kept.id) } },
    data: { ownerId: to, version: { increment: 1 } },
  })
  for (const { kept, recommendationId } of moving) {
    record({
      kind: 'assignment.changed',
      subjectId: kept.id,
      recommendationId,
      body: { before: { ownerId: from }, after: { ownerId: to, ...(note && { note }) } },
    })
  }
}

type Owned = { recommendationId: string; able: boolean; kept: Kept }

/** Locks the assignments in the order of their IDs, so that two people who hand over at once do not deadlock. */
const lockOwned = (tx: Transaction, from: string, to: string) =>
  readIn<Owned>(
    tx,
    'assignments-to-hand-over',
    sql`
    select a.recommendation_id as "recommendationId", can_own(${to}::uuid, a.organization_id) as able, ${raw(keptJson)} as kept
    from assignments a
    join organizations o on o.id = a.organization_id
    join recommendations r on r.id = a.recommendation_id
    join documents d on d.id = r.document_id
    where a.owner_id = ${from}::uuid and a.closure is null and r.closure is null and d.archived_at is null
    order by a.id for no key update of a`,
  )
