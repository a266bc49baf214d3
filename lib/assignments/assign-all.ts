import 'server-only'
import { change } from '@/lib/history/change'
import type { Actor } from '@/lib/people/actor'
import { ok, type Result, unchanged } from '@/lib/platform/result'
import { make } from './make'
import { type Assignment, assignmentsNow } from './queries'

/** Those that came to owe it now, and those that did before. */
export type Assigned = { made: Assignment[]; already: Assignment[] }

type Duties = {
  recommendationId: string
  organizationIds: string[]
  viaGroupId?: string
  ownerId: string | null
  dueOn?: string | undefined
}

/** The change behind assigning several: who owes it already is left as they are. */
export function assignAll(actor: Actor, duties: Duties): Promise<Result<Assigned>> {
  return change(actor, async (tx, record, now) => {
    // In the order of their ids, so that two who assign many at once don't wait for each other crosswise.
    const organizationIds = [...new Set(duties.organizationIds)].sort()
    const made = await make(tx, record, { ...duties, organizationIds }, now)
    const all = await tx.assignment.findMany({
      where: { recommendationId: duties.recommendationId, organizationId: { in: organizationIds } },
      select: { id: true },
    })
    const already = all.map(({ id }) => id).filter((id) => !made.includes(id))
    const assigned = { made: await assignmentsNow(tx, made), already: await assignmentsNow(tx, already) }
    return made.length > 0 ? ok(assigned) : unchanged(assigned)
  })
}
