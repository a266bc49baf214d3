import 'server-only'
import { z } from 'zod'
import { findGroup } from '@/lib/organizations/find'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { GivenId } from '@/lib/platform/id'
import { forbidden, invalidField, notFound, type Result, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { findRecommendation } from '@/lib/recommendations/find'
import { type Assigned, assignAll } from './assign-all'
import { DueDay, OwnerEmail, ownerFor } from './duty'
import { mayAssign } from './policy'

const AssignGroup = z.strictObject({
  id: GivenId.optional(),
  key: KnownName,
  /** Its slug or its name. */
  group: nameText('group_missing'),
  owner: OwnerEmail.optional(),
  dueOn: DueDay.optional(),
})

/** Every member of a group comes to owe a recommendation, each on its own; the group itself owes nothing. */
export async function assignGroup(actor: Actor, input: unknown): Promise<Result<Assigned>> {
  const parsed = AssignGroup.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, key, owner, dueOn } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  const group = await findGroup(db, parsed.data.group)
  if (!group) return invalidField('group', 'group_unknown', { name: parsed.data.group })
  const members = await db.organization.findMany({
    where: { archivedAt: null, groups: { some: { groupId: group.id } } },
    select: { id: true, name: true },
  })
  if (members.length === 0) return invalidField('group', 'group_empty', { name: group.name })
  const owning = await ownerFor(db, actor, owner, members)
  if (!owning.ok) return owning

  const organizationIds = members.map(({ id }) => id)
  const recommendationId = recommendation.id
  return assignAll(actor, { id, recommendationId, organizationIds, viaGroupId: group.id, ownerId: owning.id, dueOn })
}
