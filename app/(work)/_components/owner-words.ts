import { t } from '@/lib/platform/i18n'

type Owner = { name: string; active: boolean; closed?: boolean }

/** Returns the name of an assignment's owner and, if they can no longer act, why. */
export function ownerInWords(owner: Owner | undefined): string {
  if (!owner) return t('list.noOwner')
  if (owner.active) return owner.name
  return t('list.formerOwner', { name: owner.name, closed: owner.closed ? 'yes' : 'no' })
}
