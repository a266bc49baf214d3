import { t } from '@/lib/platform/i18n'
import type { Contact } from './shown'

const isPage = (address: string) => /^https?:\/\//i.test(address)

/** Where a contact's address leads: to a page, or to a new message. */
export const hrefOf = (address: string) =>
  isPage(address) ? address : `mailto:${encodeURIComponent(address).replace('%40', '@')}`

/** A contact in one line: "Follow-up office, follow-up@example.org. Room D-12, on weekdays." Empty for none. */
export function contactInWords(contact: Contact | null): string {
  if (!contact) return ''
  const { name, address, words: more } = contact
  const whom = [name, address].filter((part) => part !== null).join(', ')
  return [whom, more].filter((part) => part !== null && part !== '').join('. ')
}

/** Whom to ask for help, where the instance names somebody; else an administrator. */
export const whomToContact = (contact: Contact | null) => contactInWords(contact) || t('instance.anAdministrator')
