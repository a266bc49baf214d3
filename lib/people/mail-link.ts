import 'server-only'
import { whomToContact } from '@/lib/instance/contact'
import { currentInstance } from '@/lib/instance/queries'
import { t } from '@/lib/platform/i18n'
import { sendMail } from '@/lib/platform/mail'
import type { Result } from '@/lib/platform/result'
import { invitationWords } from './invitation'
import type { Person } from './queries'

/**
 * Mails a link, where mail is set up: an invitation, a link that an administrator made to set a new password, or one that
 * somebody asked for. What was done stands also when it can't be sent: the link is shown to copy.
 */
export async function mailLink<T extends Person & { link: string }>(
  kind: 'invite' | 'reset' | 'forgotten',
  result: Result<T>,
): Promise<Result<T & { mailed: boolean }>> {
  if (!result.ok) return result
  const { name, email, link } = result.value
  const { name: instance, contact } = await currentInstance()
  const sentence = kind === 'invite' ? await invitationWords(result.value) : ''
  const mailed = await sendMail({
    to: { name, address: email },
    subject: t(`mail.${kind}.subject`, { instance }),
    text: t(`mail.${kind}.text`, { name, link, sentence, instance, contact: whomToContact(contact) }),
  })
  return { ...result, value: { ...result.value, mailed } }
}
