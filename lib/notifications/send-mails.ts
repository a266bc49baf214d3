import 'server-only'
import { currentInstance } from '@/lib/instance/queries'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { inLanguage } from '@/lib/platform/languages'
import { mailServerAnswers, sendMail } from '@/lib/platform/mail'
import { origin } from '@/lib/platform/origin'
import { mailText } from './mail-text'
import { notificationsIn } from './queries'
import { unsubscribeUrl } from './unsubscribe'

/*
 * A process takes an email by moving its next attempt into the future, sends it, and then records that it was sent. If
 * it ends in between, the email is sent again, with the same Message-ID.
 */

/** After this many attempts, about a day, an email is given up. An attempt counts only if the mail server answers. */
const mostAttempts = 12

/** SQL: the time that an attempt may take. Nobody else takes the email until then. */
const longestAttempt = `interval '5 minutes'`

/** SQL: the time until the mail server is asked again after it did not answer. */
const pauseOfServer = `interval '1 minute'`

/** SQL: whether an email waits to be sent. */
const waits = 'sent_at is null and dropped_at is null'

type Taken = {
  id: string
  attempts: number
  userId: string
  name: string
  email: string
  locale: string | null
  open: boolean
}

/** SQL: takes the next email that waits at the moment $1. */
const takeMailSql = `
  update notification_mails m
  set attempts = attempts + 1, next_attempt_at = $1::timestamptz + ${longestAttempt}
  from users u
  where u.id = m.user_id and m.id = (
    select id from notification_mails
    where ${waits} and next_attempt_at <= $1
    order by next_attempt_at, id limit 1 for update skip locked)
  returning m.id, m.attempts, u.id as "userId", u.name, u.email::text as email, u.locale,
    u.disabled_at is null and u.mail_frequency <> 'never' as open`

/** SQL: lets the email $1 wait after a failure at the moment $2. Each attempt doubles the time, up to 6 hours. */
const tryAgainSql = `
  update notification_mails
  set next_attempt_at = $2::timestamptz + least(interval '1 minute' * 2 ^ (attempts - 1), interval '6 hours')
  where id = $1`

/** SQL: lets all emails that are due at the moment $1 wait, without an attempt. */
const postponeSql = `
  update notification_mails set next_attempt_at = $1::timestamptz + ${pauseOfServer}
  where id in (
    select id from notification_mails where ${waits} and next_attempt_at <= $1 order by id for update skip locked)`

const someWaitSql = `
  select exists (select from notification_mails where ${waits} and next_attempt_at <= $1) as some`

/** The number of emails that a process sends at the same time, so that a slow mail server does not hold up all others. */
const atOnce = 4

/**
 * Sends all emails that wait. Returns how many the mail server accepted. If it does not answer, the emails wait for a
 * minute, and none of their attempts is spent.
 */
export async function sendMails(): Promise<number> {
  if (!(await someWait()) || !(await serverAnswers())) return 0
  const sent = await Promise.all(Array.from({ length: atOnce }, sendOneByOne))
  return sent.reduce((sum, count) => sum + count)
}

async function sendOneByOne() {
  let sent = 0
  for (let taken = await takeMail(); taken; taken = await takeMail()) {
    const outcome = await send(taken)
    if (outcome === 'sent') sent++
    // The mail server either refuses this email or has gone.
    if (outcome === 'refused' && !(await serverAnswers())) break
  }
  return sent
}

/** Returns whether the mail server answers. If not, lets all emails wait. */
async function serverAnswers() {
  const answers = await mailServerAnswers()
  if (!answers) await pool.query({ name: 'postpone-mails', text: postponeSql, values: [now()] })
  return answers
}

async function someWait() {
  const { rows } = await pool.query<{ some: boolean }>({ name: 'mails-wait', text: someWaitSql, values: [now()] })
  return rows[0]?.some ?? false
}

async function takeMail() {
  const { rows } = await pool.query<Taken>({ name: 'take-mail', text: takeMailSql, values: [now()] })
  return rows[0]
}

async function send(taken: Taken): Promise<'sent' | 'dropped' | 'refused'> {
  const { id, userId, name, email, locale, open, attempts } = taken
  // What the person may not see by now, or has read since, is not told.
  const notifications = open ? await notificationsIn({ id, userId }) : []
  if (notifications.length === 0) return end(id, 'dropped')

  const instance = (await currentInstance()).name
  const unsubscribe = unsubscribeUrl(userId)
  const text = inLanguage(locale, () => mailText({ instance, name, notifications, unsubscribe }))
  const messageId = `${id}@${new URL(origin).hostname}`
  if (await sendMail({ to: { name, address: email }, ...text, messageId, unsubscribe })) return end(id, 'sent')

  if (attempts >= mostAttempts) await end(id, 'dropped')
  else await pool.query({ name: 'try-mail-again', text: tryAgainSql, values: [id, now()] })
  return 'refused'
}

async function end<T extends 'sent' | 'dropped'>(id: string, outcome: T): Promise<T> {
  const text = `update notification_mails set ${outcome}_at = $2 where id = $1`
  await pool.query({ name: `mail-${outcome}`, text, values: [id, now()] })
  return outcome
}
