import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { changeIdIn } from '@/lib/history/change-id'
import { findPerson } from '@/lib/people/queries'
import { readIn, type Transaction } from '@/lib/platform/db'
import type { Code } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, invalidField, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { OwnerEmail, ownerFor } from './assignment-fields'
import { mayAssign } from './policy'

const missing: Code = 'owner_missing'

const HandOver = z.strictObject({
  /** The ID of the current owner. */
  id: ExistingId,
  /** The email or ID of the new owner. */
  owner: z.string(missing).min(1, missing).pipe(OwnerEmail),
})

/**
 * How many assignments got the new owner, how many stay because the new owner cannot own them, and the ID of the
 * change.
 */
type HandedOver = { to: string; name: string; moved: number; left: number; change: string }

/**
 * Hands over every open assignment of one owner that the new owner can own. Refusals: `user_not_found`,
 * `assign_forbidden`.
 */
export async function handOver(actor: Actor, input: unknown): Promise<Result<HandedOver>> {
  const parsed = HandOver.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id: from, owner } = parsed.data

  if (!(await findPerson(actor, from))) return notFound('user_not_found')
  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async ({ tx, record }) => {
    const owning = await ownerFor(tx, actor, owner, [])
    if (!owning.ok) return owning
    const to = owning.id ?? ''
    const { name } = await tx.user.findUniqueOrThrow({ where: { id: to }, select: { name: true } })
    const owned = await lockOwned(tx, from, to)
    const moving = owned.filter(({ able }) => able)
    const handed = { to, name, moved: moving.length, left: owned.length - moving.length, change: await changeIdIn(tx) }
    if (from === to) return unchanged({ ...handed, moved: 0 })
    if (moving.length === 0) {
      const [first] = owned
      return first
        ? invalidField('owner', 'owner_outside', { name, organization: first.organization })
        : unchanged(handed)
    }

    const ids = moving.map(({ id }) => id)
    await tx.assignment.updateMany({
      where: { id: { in: ids } },
      data: { ownerId: to, version: { increment: 1 } },
    })
    for (const { id, recommendationId } of moving) {
      record({
        kind: 'assignment.changed',
        subjectId: id,
        recommendationId,
        body: { before: { ownerId: from }, after: { ownerId: to } },
      })
    }
    return ok(handed)
  })
}

type Owned = { id: string; recommendationId: string; organization: string; able: boolean }

/** Locks the assignments in the order of their IDs, so that two people who hand over at once do not deadlock. */
const lockOwned = (tx: Transaction, from: string, to: string) =>
  readIn<Owned>(
    tx,
    'assignments-to-hand-over',
    sql`
    select a.id, a.recommendation_id as "recommendationId", o.name as organization,
           can_own(${to}::uuid, a.organization_id) as able
    from assignments a
    join organizations o on o.id = a.organization_id
    join recommendations r on r.id = a.recommendation_id
    join documents d on d.id = r.document_id
    where a.owner_id = ${from}::uuid and a.closure is null and r.closure is null and d.archived_at is null
    order by a.id for no key update of a`,
  )
