import type { OrganizationState } from '@/app/_addresses/organization'
import type { Actor } from '@/lib/domain/actor'
import { movedByMerge } from '@/lib/organizations/moved-by-merge'
import { t } from '@/lib/platform/i18n'
import { ExistingId } from '@/lib/platform/id'

/** What a form has just done, as the page says it. How much a merge moved, history tells; nothing if it was not the reader's. */
export async function doneInWords(actor: Actor, organization: { id: string }, { done, change }: OrganizationState) {
  if (done === 'renamed' || done === 'archived' || done === 'restored') return t(`organization.done.${done}`)
  if (done !== 'merged') return undefined
  const moved = await movedByMerge(actor, ExistingId.parse(change), organization.id)
  return moved === undefined ? undefined : t('organization.done.merged', { moved })
}
