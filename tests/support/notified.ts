import type { Actor } from '@/lib/domain/actor'
import { notify } from '@/lib/notifications/notify'
import { db } from '@/lib/platform/db'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, people, valueIn } from './given'

/** The people, one of whom is an alternate focal point. Everyone was told of everything so far. */
export async function givenNotified() {
  await givenPeople()
  await db.membership.updateMany({ where: { userId: people.gulnar.id }, data: { kind: 'alternate' } })
  await notify()
}

/** Returns who is told of an assignment, and what. */
export async function toldOf(assignmentId: string) {
  await notify()
  const rows = await db.notification.findMany({
    where: { assignmentId },
    select: { kind: true, user: { select: { name: true } } },
    orderBy: [{ at: 'asc' }, { user: { name: 'asc' } }],
  })
  return rows.map(({ kind, user }) => `${kind}: ${user.name}`)
}

/** An assignment of the Ministry of Health whose making nobody is told of. */
export async function given(options: Parameters<typeof givenAssignment>[0] = {}) {
  const { id } = await givenAssignment({ dueOn: '2099-06-30', ...options })
  return id
}

export const report = (actor: Actor, assignmentId: string, progress = 'implemented') =>
  reportProgress(actor, { assignmentId, progress, narrative: 'The law is in force.' }).then(valueIn)
