import 'server-only'
import { whomToContact } from '@/lib/instance/contact'
import { currentInstance } from '@/lib/instance/queries'
import { t } from '@/lib/platform/i18n'
import { inLanguage } from '@/lib/platform/languages'
import { sendMail } from '@/lib/platform/mail'
import type { Result } from '@/lib/platform/result'
import { invitationWords } from './invitation'
import { localeOf, type Person } from './queries'

type Kind = 'invite' | 'reset' | 'forgotten'

/**
 * Emails a link if a mail server is configured, in the language that its reader has chosen. The link is an invitation,
 * or sets a new password at the request of an administrator or of its owner. If the email cannot be sent, the link
 * still works and can be copied.
 */
export async function mailLink<T extends Person & { link: string }>(
  kind: Kind,
  result: Result<T>,
): Promise<Result<T & { mailed: boolean }>> {
  if (!result.ok) return result
  const mail = await inLanguage(await localeOf(result.value.id), () => mailWith(kind, result.value))
  return { ...result, value: { ...result.value, mailed: await sendMail(mail) } }
}

async function mailWith(kind: Kind, person: Person & { link: string }) {
  const { name, email, link } = person
  const { name: instance, contact } = await currentInstance()
  const sentence = kind === 'invite' ? await invitationWords(person) : ''
  return {
    to: { name, address: email },
    subject: t(`mail.${kind}.subject`, { instance }),
    text: t(`mail.${kind}.text`, { name, link, sentence, instance, contact: whomToContact(contact) }),
  }
}
