import 'server-only'
import { change } from '@/lib/history/change'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { derivedId } from '@/lib/platform/id'
import { conflict, ok, type Result, unchanged } from '@/lib/platform/result'
import { recommendationNow } from '@/lib/recommendations/queries'
import { refusesWork } from '@/lib/recommendations/refuses-work'
import { make } from './make'
import { type Assignment, assignmentsNow } from './queries'

/** Those that came to owe it now, and those that did before. */
export type Assigned = { made: Assignment[]; already: Assignment[] }

type Duties = {
  /** Under which all of it was sent: sent twice, the same are answered as made. */
  id?: string | undefined
  recommendationId: string
  organizationIds: string[]
  viaGroupId?: string
  ownerId: string | null
  dueOn?: string | undefined
}

/** The change behind assigning several: who owes it already is left as they are. */
export function assignAll(actor: Actor, { id, ...duties }: Duties): Promise<Result<Assigned>> {
  const idOf = id === undefined ? undefined : (organizationId: string) => derivedId(organizationId, id)
  return change(actor, async (tx, record, now) => {
    // In the order of their ids, so that two who assign many at once don't wait for each other crosswise.
    const organizationIds = [...new Set(duties.organizationIds)].sort()
    const made = await make(tx, record, { ...duties, organizationIds, idOf }, now)
    const refused = await refusesWork(tx, duties.recommendationId)
    if (refused && made.length > 0)
      return async () => conflict(refused, await recommendationNow(db, duties.recommendationId))
    const all = await tx.assignment.findMany({
      where: { recommendationId: duties.recommendationId, organizationId: { in: organizationIds } },
      select: { id: true },
    })
    const ours = new Set([...made, ...organizationIds.map((organizationId) => idOf?.(organizationId))])
    const those = (wanted: boolean) => all.flatMap(({ id }) => (ours.has(id) === wanted ? id : []))
    const assigned = { made: await assignmentsNow(tx, those(true)), already: await assignmentsNow(tx, those(false)) }
    return made.length > 0 ? ok(assigned) : unchanged(assigned)
  })
}
