import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import { wasMadeSo } from '@/lib/history/was-made-so'
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
  taken,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { recommendationNow } from '@/lib/recommendations/queries'
import { refusesWork } from '@/lib/recommendations/refuses-work'
import { DueDay, leaderOf, OwnerEmail, ownerFor, Role } from './duty'
import { madeAs, make } from './make'
import { mayAssign } from './policy'
import { type Assignment, assignmentThere } from './queries'

const Assign = z.strictObject({
  id: GivenId,
  key: KnownName,
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
  const owning = await ownerFor(db, actor, owner, [organization])
  if (!owning.ok) return owning

  const recommendationId = recommendation.id
  const duty = { ownerId: owning.id, dueOn, role }
  const body = madeAs(organization.id, duty)
  const making = { kind: 'assignment.made', subjectId: id, recommendationId, body } as const
  return change(actor, async (tx, record, now) => {
    const wanted = { recommendationId, organizationIds: [organization.id], idOf: () => id, ...duty }
    const [made] = await make(tx, record, wanted, now)
    if (made) {
      const refused = await refusesWork(tx, recommendationId)
      if (refused) return async () => conflict(refused, await recommendationNow(db, recommendationId))
      return ok(await assignmentThere(tx, made))
    }

    if (await stands(tx, making)) return unchanged(await assignmentThere(tx, id))
    return stoodInTheWay(tx, id, recommendationId, organization)
  })
}

/** A double click makes one assignment. What became of it since is no matter, unless it was taken back. */
async function stands(tx: Transaction, making: Parameters<typeof wasMadeSo>[1]) {
  return (await wasMadeSo(tx, making)) && (await tx.assignment.count({ where: { id: making.subjectId } })) > 0
}

/** Why nothing was made: something else was sent under this id, the organization has it already, or another one leads. */
async function stoodInTheWay(
  tx: Transaction,
  id: string,
  recommendationId: string,
  organization: { id: string; name: string },
) {
  if (await tx.assignment.count({ where: { id } })) {
    return conflict('assignment_sent_before', await assignmentThere(tx, id))
  }
  const pair = { recommendationId_organizationId: { recommendationId, organizationId: organization.id } }
  const there = await tx.assignment.findUnique({ where: pair, select: { id: true } })
  if (there) {
    return taken('organization', 'assignment_exists', await assignmentThere(tx, there.id), {
      organization: organization.name,
    })
  }
  const leader = await leaderOf(recommendationId, organization.id)
  // Nobody leads: the organization was archived or merged meanwhile.
  if (!leader) return invalidField('organization', 'organization_unknown', { name: organization.name })
  return conflict('lead_taken', await assignmentThere(tx, leader.id), { organization: leader.name })
}
