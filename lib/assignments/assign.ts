import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import { findOrganization } from '@/lib/organizations/find'
import type { Actor } from '@/lib/people/actor'
import { db, type Transaction } from '@/lib/platform/db'
import { GivenId } from '@/lib/platform/id'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { DueDay, leaderOf, OwnerEmail, ownerFor, Role } from './duty'
import { make } from './make'
import { mayAssign } from './policy'
import { type Assignment, assignmentThere } from './queries'

const Assign = z.strictObject({
  id: GivenId,
  key: z.string(),
  /** Its slug or its name. */
  organization: nameText('organization_missing'),
  owner: OwnerEmail.optional(),
  dueOn: DueDay.optional(),
  role: Role.default('contributing'),
})

/** One organization comes to owe a recommendation. Answers the assignment. */
export async function assign(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Assign.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, key, owner, dueOn, role } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  const organization = await findOrganization(db, parsed.data.organization)
  if (!organization) return invalidField('organization', 'organization_unknown', { name: parsed.data.organization })
  const owning = await ownerFor(owner, [organization])
  if (!owning.ok) return owning
  if (recommendation.closure) return conflict('recommendation_closed', recommendation)

  return change(actor, async (tx, record, now) => {
    const recommendationId = recommendation.id
    const organizationIds = [organization.id]
    const [made] = await make(
      tx,
      record,
      { id, recommendationId, organizationIds, ownerId: owning.id, dueOn, role },
      now,
    )
    if (!made) return stoodInTheWay(tx, id, recommendationId, organization)

    return ok(await assignmentThere(tx, made))
  })
}

/** Why nothing was made: it was sent before, the organization has it already, or another one leads. */
async function stoodInTheWay(
  tx: Transaction,
  id: string,
  recommendationId: string,
  organization: { id: string; name: string },
) {
  const same = { recommendationId, organizationId: organization.id }
  const there = await tx.assignment.findFirst({ where: { OR: [{ id }, same] }, select: { id: true, ...ids } })
  if (!there) {
    const leader = await leaderOf(recommendationId, organization.id)
    return conflict('lead_taken', null, { organization: leader ?? '' })
  }
  const current = await assignmentThere(tx, there.id)
  if (there.recommendationId !== recommendationId || there.organizationId !== organization.id) {
    return conflict('assignment_sent_before', current)
  }
  return there.id === id
    ? unchanged(current)
    : conflict('assignment_exists', current, { organization: organization.name })
}

const ids = { recommendationId: true, organizationId: true } as const
