import 'server-only'
import { now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'

/** SQL: the time of the day at which daily and weekly emails are made; weekly ones on Mondays. */
const hour = `interval '7 hours'`

/** SQL: the latest beginning of a `unit`, a day or a week, at that hour in the time zone $2, at the moment $1. */
const latest = (unit: 'day' | 'week') =>
  `(date_trunc('${unit}', ($1::timestamptz at time zone $2) - ${hour}) + ${hour}) at time zone $2`

/** SQL: the latest moment at which a person with this frequency gets an email. */
const turn = `case u.mail_frequency
  when 'immediately' then $1::timestamptz - interval '5 minutes'
  when 'daily' then ${latest('day')}
  else ${latest('week')} end`

/** SQL: notifications `n` that no email has told and that are not too old for one. */
const untold = `
  n.mail_id is null and n.read_at is null and n.at > $1::timestamptz - interval '8 days' and n.at <= $1::timestamptz`

/** SQL: whether an email `m` of the person `u` waits to be sent. */
const waiting = `m.user_id = u.id and m.sent_at is null and m.dropped_at is null`

/**
 * SQL: makes an email for each person who is due for one at the moment $1, in the time zone $2, with all that they were
 * not told. If one waits that was never sent, it tells that too: after a failure of the mail server, nobody gets several.
 * If one was sent in vain, what is new waits for its end, because both attempts must have the same content. Invited people
 * who have not signed in get none. If another process makes the same email, one of them tells nothing and is dropped.
 */
const makeMailsSql = `
  with due as materialized (
    select distinct u.id, exists (select from notification_mails m where ${waiting}) as waits
    from notifications n join users u on u.id = n.user_id
    where ${untold} and u.disabled_at is null and u.mail_frequency <> 'never' and n.at <= ${turn}
      and (u.password_hash is not null or exists (select from identities where user_id = u.id))
      and not exists (select from notification_mails m where m.user_id = u.id and m.made_at > ${turn})),
  made as (
    insert into notification_mails (id, user_id, made_at, next_attempt_at)
    select gen_random_uuid(), id, $1, $1 from due where not waits returning id, user_id),
  unsent as materialized (
    select m.id, m.user_id from due u join notification_mails m on ${waiting} and m.attempts = 0
    where u.waits
    order by m.id for update of m skip locked)
  update notifications n set mail_id = t.id
  from (select id, user_id from made union all select id, user_id from unsent) t
  where n.user_id = t.user_id and ${untold}`

/** Makes the emails that are due now. */
export async function makeMails(): Promise<void> {
  await pool.query({ name: 'make-mails', text: makeMailsSql, values: [now(), config.TIME_ZONE] })
}
