import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { mayOpen } from '@/lib/organizations/policy'
import { db } from '@/lib/platform/db'
import { invalidField, notFound, ok, type Result } from '@/lib/platform/result'
import { findCycle } from './cycle'
import { assignmentsOf, type Filtered, isAsked } from './results'

type Results = Awaited<ReturnType<typeof assignmentsOf>>

/**
 * Returns a page of what the assignments of a cycle answered. Refusals: `cycle_not_found`, and `organization_unknown` for
 * an organization that does not exist or that the actor may not see.
 */
export async function findResults(actor: Actor, id: string, wanted: Filtered): Promise<Result<Results>> {
  const cycle = await findCycle(actor, id)
  if (!cycle) return notFound('cycle_not_found')

  const { organization: slug } = wanted
  if (slug !== undefined && !(await isAsked(actor, cycle, slug)) && !(await isVisible(actor, slug))) {
    return invalidField('organization', 'organization_unknown', { name: slug })
  }
  return ok(await assignmentsOf(actor, cycle, wanted))
}

async function isVisible(actor: Actor, slug: string) {
  const found = await db.organization.findUnique({ where: { slug }, select: { archivedAt: true, mergedIntoId: true } })
  return found !== null && (found.mergedIntoId !== null || mayOpen(actor, { archived: found.archivedAt !== null }))
}
