import 'server-only'
import type { Change } from '@/lib/history/change'
import { holdOrganizations } from '@/lib/organizations/hold-organizations'
import type { Publication } from './document-of-import'

/** Links addressees to what their organizations are now. Those that are archived stay as words. */
export async function withCurrentParties({ tx }: Change, { document, dueOn }: Publication): Promise<Publication> {
  const all = document.recommendations.flatMap(({ addressees = [] }) => addressees)
  const currentId = await holdOrganizations(
    tx,
    all.flatMap(({ organizationId }) => organizationId ?? []),
  )
  const groups = await tx.group.findMany({
    where: { id: { in: all.flatMap(({ groupId }) => groupId ?? []) } },
    select: { id: true },
  })
  const known = new Set(groups.map(({ id }) => id))
  const recommendations = document.recommendations.map(({ addressees = [], ...one }) => ({
    ...one,
    addressees: addressees.map(({ words, organizationId, groupId }) => ({
      words,
      organizationId: organizationId && currentId(organizationId),
      groupId: groupId !== undefined && known.has(groupId) ? groupId : undefined,
    })),
  }))
  return { document: { ...document, recommendations }, dueOn }
}
