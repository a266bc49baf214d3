import 'server-only'
import type { Change } from '@/lib/history/change'

/**
 * Adds the organizations that are not members of a group yet, and records one event for all of them. Returns their IDs.
 */
export async function addMissingMembers({ tx, record }: Change, groupId: string, ids: string[]) {
  const added = await tx.groupMember.createManyAndReturn({
    data: [...new Set(ids)].sort().map((organizationId) => ({ groupId, organizationId })),
    skipDuplicates: true,
    select: { organizationId: true },
  })
  const organizationIds = added.map(({ organizationId }) => organizationId)
  if (organizationIds.length > 0) {
    record({
      kind: 'group.members_added',
      subjectId: groupId,
      body: { before: null, after: { organizationIds } },
    })
  }
  return new Set(organizationIds)
}
