import 'server-only'
import { z } from 'zod'
import { findOrganization } from '@/lib/organizations/find'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { forbidden, invalid, notFound, type Result, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { type Assigned, assignAll } from './assign-all'
import { DueDay, OwnerEmail, ownerFor } from './duty'
import { mayAssign } from './policy'

const AssignSeveral = z.strictObject({
  key: KnownName,
  /** Slugs or names. */
  organizations: z.array(nameText('organization_missing')).min(1, 'organization_missing').max(500, 'list_too_long'),
  owner: OwnerEmail.optional(),
  dueOn: DueDay.optional(),
})

/** Several organizations come to owe a recommendation, each on its own. */
export async function assignSeveral(actor: Actor, input: unknown): Promise<Result<Assigned>> {
  const parsed = AssignSeveral.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, owner, dueOn } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  const names = parsed.data.organizations
  const found = await Promise.all(names.map((name) => findOrganization(db, name)))
  const organizations = found.filter((organization) => organization !== null)
  const unknown = names.filter((_, place) => !found[place])
  if (unknown.length > 0) {
    return invalid(
      ...unknown.map((name) => ({ field: 'organizations', code: 'organization_unknown', params: { name } }) as const),
    )
  }
  const owning = await ownerFor(db, actor, owner, organizations)
  if (!owning.ok) return owning

  const organizationIds = organizations.map(({ id }) => id)
  return assignAll(actor, { recommendationId: recommendation.id, organizationIds, ownerId: owning.id, dueOn })
}
