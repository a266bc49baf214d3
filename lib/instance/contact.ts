import { t } from '@/lib/platform/i18n'
import type { Contact } from './instance'

const isPage = (address: string) => /^https?:\/\//i.test(address)

/** Returns the link for a contact's address: a page, or a new email. */
export const hrefOf = (address: string) =>
  isPage(address) ? address : `mailto:${encodeURIComponent(address).replace('%40', '@')}`

/**
 * Returns a contact in one line: "Follow-up office, follow-up@example.org. Room D-12, on weekdays." Empty if there is
 * no contact.
 */
export function contactInWords(contact: Contact | null): string {
  if (!contact) return ''
  const { name, address, words: more } = contact
  const whom = [name, address].filter((part) => part !== null).join(', ')
  return [whom, more].filter((part) => part !== null && part !== '').join('. ')
}

/** Returns whom to ask for help: the contact of the instance, or else an administrator. */
export const whomToContact = (contact: Contact | null) => contactInWords(contact) || t('instance.anAdministrator')
