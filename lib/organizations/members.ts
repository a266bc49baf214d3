import 'server-only'
import type { Change } from '@/lib/history/change'

/** Puts organizations into a group, those that aren't in it, and records them as one; answers the ids of those. */
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
