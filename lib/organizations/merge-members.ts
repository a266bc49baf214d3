import 'server-only'
import type { Change } from '@/lib/history/change'
import { recordedMemberships } from './memberships'

/** Adds the members of one organization to the other. `removeMembers` ends their membership in the first. */
export async function joinMembers({ tx, record }: Change, from: string, into: string) {
  const members = await tx.membership.findMany({
    where: { organizationId: from },
    select: {
      userId: true,
      kind: true,
      user: { select: { memberships: { select: { organizationId: true, kind: true } } } },
    },
  })
  await tx.membership.createMany({
    data: members.map(({ userId, kind }) => ({ userId, kind, organizationId: into })),
    skipDuplicates: true,
  })
  const theirs = { where: { id: { in: members.map(({ userId }) => userId) } } }
  await tx.user.updateMany({ ...theirs, data: { version: { increment: 1 } } })
  for (const { userId, user } of members) {
    const stays = user.memberships.some(({ organizationId }) => organizationId === into)
    const after = user.memberships.flatMap((one) =>
      one.organizationId !== from ? [one] : stays ? [] : [{ ...one, organizationId: into }],
    )
    record({
      kind: 'user.organizations_changed',
      subjectId: userId,
      body: { before: recordedMemberships(user.memberships), after: recordedMemberships(after) },
    })
  }
}

/** Ends all memberships of an organization. */
export const removeMembers = ({ tx }: Change, organizationId: string) =>
  tx.membership.deleteMany({ where: { organizationId } })

/** Replaces one organization by the other in every group. */
export async function mergeGroups({ tx, record }: Change, from: string, into: string) {
  const groups = await tx.groupMember.findMany({ where: { organizationId: from }, select: { groupId: true } })
  const added = await tx.groupMember.createManyAndReturn({
    data: groups.map(({ groupId }) => ({ groupId, organizationId: into })),
    skipDuplicates: true,
  })
  await tx.groupMember.deleteMany({ where: { organizationId: from } })
  const members = (id: string) => ({ organizationIds: [id] })
  for (const { groupId } of added) {
    record({ kind: 'group.members_added', subjectId: groupId, body: { before: null, after: members(into) } })
  }
  for (const { groupId } of groups) {
    record({ kind: 'group.members_removed', subjectId: groupId, body: { before: members(from), after: null } })
  }
}
