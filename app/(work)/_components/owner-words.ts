import { t } from '@/lib/platform/i18n'

type Owner = { name: string; active: boolean; closed?: boolean }

/** Who owns an assignment, in words; of one who can no longer act, why. */
export function ownerInWords(owner: Owner | undefined): string {
  if (!owner) return t('list.noOwner')
  if (owner.active) return owner.name
  return t('list.formerOwner', { name: owner.name, closed: owner.closed ? 'yes' : 'no' })
}
