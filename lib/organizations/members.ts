import 'server-only'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'

type Recorder = (event: NewEvent) => void

/** Puts organizations into a group, those that aren't in it, and records them as one; answers the ids of those. */
export async function addMissingMembers(tx: Transaction, record: Recorder, groupId: string, ids: string[]) {
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
      recommendationId: null,
      audience: 'internal',
      body: { before: null, after: { organizationIds } },
    })
  }
  return new Set(organizationIds)
}
