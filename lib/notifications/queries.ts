import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { archivedDocuments } from '@/lib/domain/visibility'
import { personReads } from '@/lib/mentions/keep-mentions'
import { cursors, moment } from '@/lib/platform/cursor'
import { pool, readByOnePlan } from '@/lib/platform/db'
import { iso } from '@/lib/platform/sql'
import type { CycleAsks, NotificationKind } from '@/prisma/generated/enums'

type Named = { id: string; name: string }

/** What a person is told. Dates are YYYY-MM-DD. */
export type Notification = {
  id: string
  kind: NotificationKind
  at: string
  readAt?: string
  /** Whether a due date was corrected as mistyped, or another action was accepted. */
  how?: 'correction' | 'alternative'
  /** Who did it. Absent if a date is the reason. */
  by?: Named
  assignment?: { id: string; organization: string; dueOn?: string }
  /** The annotation that mentions the person, or that is new on a recommendation that they follow. */
  annotation?: { id: string }
  recommendation?: { key: string; code: string; title: string; quote: string; language: string }
  /** The due date that was requested, granted or set, or that is near or has passed. */
  date?: string
  /** What the person wrote: the note of a reminder or a decision, or the reason of a request or a position. */
  note?: string
  /** The reporting cycle. `closesOn` is YYYY-MM-DD. */
  cycle?: { id: string; name: string; asks: CycleAsks; closesOn: string }
  /** Whose account was closed. */
  person?: Named
}

export type Notifications = { items: Notification[]; next: string | null; unread: number }

/**
 * SQL: the notifications `n` of the person $1 that they may read. Those about archived documents are left out, those
 * about the accounts of others if the person no longer keeps the record, and those about annotations that were withdrawn
 * or that the person may no longer read.
 */
const own = `
  n.user_id = $1 and (n.recommendation_id is null
    or n.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments}))
  and (n.cycle_id is null
    or n.cycle_id not in (select id from cycles where document_id in ${archivedDocuments}))
  and (n.kind <> 'owner_left' or exists (
    select from users k where k.id = n.user_id and k.role in ('coordinator', 'administrator')))
  and (n.kind not in ('mentioned', 'followed_annotation') or n.assignment_id is not null or exists (
    select from events e join annotations an on an.id = e.subject_id join users u on u.id = n.user_id
    where e.seq = n.event_seq and an.withdrawn_at is null and ${personReads('an.audience', 'an.organization_id')}))`

/** SQL: how the event `e` did what its kind says, if there are several ways. */
const how = `case
  when e.body::jsonb->'after'->>'correction' = 'true' then 'correction'
  when e.body::jsonb->'after'->>'decision' = 'accept_alternative' then 'alternative' end`

/** SQL: the notification `n`, with `notificationJoins`. */
const notificationJson = `json_strip_nulls(json_build_object(
  'id', n.id, 'kind', n.kind, 'how', ${how}, 'at', ${iso('n.at')}, 'readAt', ${iso('n.read_at')},
  'by', case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end,
  'assignment', case when a.id is not null then
    json_build_object('id', a.id, 'organization', o.name, 'dueOn', a.due_on) end,
  'annotation', case when e.subject_type = 'annotation' then json_build_object('id', e.subject_id) end,
  'recommendation', case when r.id is not null then
    json_build_object('key', r.key, 'code', d.code, 'title', r.title, 'quote', r.quote, 'language', d.language) end,
  'cycle', case when c.id is not null then
    json_build_object('id', c.id, 'name', c.name, 'asks', c.asks, 'closesOn', c.closes_on) end,
  'date', case when n.kind in ('due', 'overdue') then split_part(n.key, ':', 4) when n.cycle_id is not null then c.closes_on::text
    else coalesce(e.body::jsonb->'after'->>'asked', e.body::jsonb->'after'->>'dueOn') end,
  'note', (
    select nullif(s.text, '') from reasons s
    where s.id = coalesce(e.body::jsonb->'after'->'note'->>'id', e.body::jsonb->'after'->'reason'->>'id')::uuid),
  'person', case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end))`

const notificationJoins = `
  left join events e on e.seq = n.event_seq
  left join users b on b.id = e.actor_id
  left join users w on w.id = e.subject_id and e.subject_type = 'user'
  left join assignments a on a.id = n.assignment_id
  left join organizations o on o.id = a.organization_id
  left join recommendations r on r.id = n.recommendation_id
  left join documents d on d.id = r.document_id
  left join cycles c on c.id = n.cycle_id`

/**
 * SQL: a page of the notifications of the person $1, the newest first, after the moment $2 and the ID $3; $4 rows; $5:
 * whether only unread ones.
 */
const pageSql = `
  select json_build_array(${iso('n.at')}, n.id) as place, ${notificationJson} as notification
  from notifications n ${notificationJoins}
  where ${own} and (n.at, n.id) < ($2::timestamptz, $3::uuid) and (not $5 or n.read_at is null)
  order by n.at desc, n.id desc limit $4`

/** SQL: what the email $2 tells the person $1, the newest first. What they have read since is left out. */
const mailedSql = `
  select ${notificationJson} as notification
  from notifications n ${notificationJoins}
  where ${own} and n.mail_id = $2 and n.read_at is null
  order by n.at desc, n.id desc`

/** Returns what an email tells a person, as far as they have not read it and may read it now. */
export async function notificationsIn(mail: { id: string; userId: string }): Promise<Notification[]> {
  const { rows } = await pool.query<{ notification: Notification }>({
    name: 'notifications-mailed',
    text: mailedSql,
    values: [mail.userId, mail.id],
  })
  return rows.map(({ notification }) => notification)
}

const { read, page, schema } = cursors('notifications', z.tuple([moment, z.uuid()]))

/** The schema of the place after which a page of notifications begins. */
export const NotificationCursor = schema

type Wanted = { after?: string | undefined; limit?: number | undefined; unread?: boolean | undefined }
type Row = { place: [string, string]; notification: Notification }

/** Returns the notifications of a person, the newest first, and how many of all are unread. */
export async function notificationsOf(
  actor: Actor,
  { after, limit = 50, unread = false }: Wanted = {},
): Promise<Notifications> {
  const from = read(after) ?? ['9999-12-31T00:00:00Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const [rows, count] = await Promise.all([
    readByOnePlan<Row>({ name: 'notifications', text: pageSql, values: [actor.id, ...from, limit + 1, unread] }),
    unreadCount(actor),
  ])
  const found = page(rows, limit)
  return { items: found.rows.map(({ notification }) => notification), next: found.next, unread: count }
}

/** The largest number of unread notifications that is counted. */
export const mostUnread = 100

const unreadSql = `
  select count(*)::int as unread from (select from notifications n where ${own} and n.read_at is null limit ${mostUnread}) x`

/** Returns how many notifications of a person are unread, counted up to `mostUnread`. Every page shows it. */
export async function unreadCount(actor: Actor): Promise<number> {
  const [row] = await readByOnePlan<{ unread: number }>({
    name: 'notifications-unread',
    text: unreadSql,
    values: [actor.id],
  })
  return row?.unread ?? 0
}
