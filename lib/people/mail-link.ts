import 'server-only'
import { words } from '@/lib/platform/i18n'
import { sendMail } from '@/lib/platform/mail'
import type { Result } from '@/lib/platform/result'
import { invitationWords } from './invitation'
import type { Person } from './queries'

/** Mails a link, where mail is set up. What was done stands also when it can't be sent: the link is shown to copy. */
export async function mailLink<T extends Person & { link: string }>(
  kind: 'invite' | 'reset',
  result: Result<T>,
): Promise<Result<T & { mailed: boolean }>> {
  if (!result.ok) return result
  const { name, email, link } = result.value
  const sentence = kind === 'invite' ? await invitationWords(result.value) : ''
  const subject = words(`mail.${kind}.subject`)
  const mailed = await sendMail({
    to: { name, address: email },
    subject,
    text: words(`mail.${kind}.text`, { name, link, sentence }),
  })
  return { ...result, value: { ...result.value, mailed } }
}
