import 'server-only'
import { insertAssignments } from '@/lib/assignments/insert-assignments'
import type { Change } from '@/lib/history/change'
import { newId } from '@/lib/platform/id'
import type { DocumentToStore } from '@/lib/recommendations/store-document'

/** Assigns each recommendation to the organizations that it addresses, with its due date. */
export async function assignAddressees(
  change: Change,
  recommendations: DocumentToStore['recommendations'],
  ids: readonly string[],
  dueOn: readonly (string | undefined)[],
) {
  for (const [place, { addressees = [] }] of recommendations.entries()) {
    const organizations = [...new Set(addressees.flatMap(({ organizationId }) => organizationId ?? []))].sort()
    const recommendationId = ids[place]
    if (organizations.length === 0 || !recommendationId) continue
    await insertAssignments(change, {
      recommendationId,
      assignees: organizations.map((id) => ({ id, name: '', viaGroupId: null })),
      ownerId: null,
      dueOn: dueOn[place],
      role: 'contributing',
      idOf: () => newId(),
    })
  }
}
