import 'server-only'
import { insertFirstAssignments } from '@/lib/assignments/insert-assignments'
import type { Change } from '@/lib/history/change'
import { newId } from '@/lib/platform/id'
import type { DocumentToStore } from '@/lib/registration/store-document'

/** Assigns each new recommendation to the organizations that it addresses, with its due date. */
export function assignAddressees(
  change: Change,
  recommendations: DocumentToStore['recommendations'],
  ids: readonly string[],
  dueOn: readonly (string | undefined)[],
) {
  const assignments = recommendations.flatMap(({ addressees = [] }, place) => {
    const recommendationId = ids[place]
    if (recommendationId === undefined) return []
    const organizations = new Set(addressees.flatMap(({ organizationId }) => organizationId ?? []))
    return [...organizations].map((organizationId) => {
      return { id: newId(), recommendationId, organizationId, dueOn: dueOn[place] }
    })
  })
  return insertFirstAssignments(change, assignments)
}
