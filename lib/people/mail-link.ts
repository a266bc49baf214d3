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
 * Mails a link, where mail is set up: an invitation, a link that an administrator made to set a new password, or one that
 * somebody asked for; in the language that its reader has chosen. What was done stands also when it can't be sent: the link is shown to copy.
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
