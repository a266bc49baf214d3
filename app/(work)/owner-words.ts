import { words } from '@/lib/platform/i18n'

type Owner = { name: string; active: boolean }

/** Who owns an assignment, in words; of an owner who can no longer act, that they cannot. */
export function ownerInWords(owner: Owner | undefined): string {
  if (!owner) return words('list.noOwner')
  return owner.active ? owner.name : words('list.formerOwner', { name: owner.name })
}
