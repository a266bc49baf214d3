import 'server-only'
import { currentInstance } from '@/lib/instance/queries'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { inLanguage } from '@/lib/platform/languages'
import { sendMail } from '@/lib/platform/mail'
import { origin } from '@/lib/platform/origin'
import { mailText } from './mail-text'
import { notificationsIn } from './queries'
import { unsubscribeUrl } from './unsubscribe'

/*
 * A process takes an email by moving its next attempt into the future, sends it, and then records that it was sent. If
 * it ends in between, the email is sent again, with the same Message-ID.
 */

/** After this many attempts, about a day and a half, an email is given up. */
const mostAttempts = 12

type Taken = {
  id: string
  attempts: number
  userId: string
  name: string
  email: string
  locale: string | null
  open: boolean
}

/** SQL: takes the next email that waits at the moment $1. Each attempt doubles the time until the next, up to 6 hours. */
const takeMailSql = `
  update notification_mails m
  set attempts = attempts + 1, next_attempt_at = $1::timestamptz + least(interval '1 minute' * 2 ^ attempts, interval '6 hours')
  from users u
  where u.id = m.user_id and m.id = (
    select id from notification_mails
    where sent_at is null and dropped_at is null and next_attempt_at <= $1
    order by next_attempt_at, id limit 1 for update skip locked)
  returning m.id, m.attempts, u.id as "userId", u.name, u.email::text as email, u.locale,
    u.disabled_at is null and u.mail_frequency <> 'never' as open`

/** Sends all emails that wait. Returns how many the mail server accepted. */
export async function sendMails(): Promise<number> {
  for (let sent = 0; ; ) {
    const { rows } = await pool.query<Taken>({ name: 'take-mail', text: takeMailSql, values: [now()] })
    const [taken] = rows
    if (!taken) return sent
    if (await send(taken)) sent++
  }
}

async function send(taken: Taken): Promise<boolean> {
  const { id, userId, name, email, locale, open, attempts } = taken
  // What the person may not see by now, or has read since, is not told.
  const notifications = open ? await notificationsIn({ id, userId }) : []
  if (notifications.length === 0) return end(id, 'dropped_at')

  const instance = (await currentInstance()).name
  const unsubscribe = unsubscribeUrl(userId)
  const text = inLanguage(locale, () => mailText({ instance, name, notifications, unsubscribe }))
  const messageId = `${id}@${new URL(origin).hostname}`
  if (await sendMail({ to: { name, address: email }, ...text, messageId, unsubscribe })) return end(id, 'sent_at')
  return attempts >= mostAttempts ? end(id, 'dropped_at') : false
}

async function end(id: string, column: 'sent_at' | 'dropped_at') {
  const text = `update notification_mails set ${column} = $2 where id = $1`
  await pool.query({ name: `mail-${column}`, text, values: [id, now()] })
  return column === 'sent_at'
}
