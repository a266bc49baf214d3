import { pending } from '@/lib/domain/statuses'
import { actingOn, coordinators, reviewers } from './recipients'

/** SQL: the events of one kind, with the assignment and the recommendation that they are about. */
const eventsOf = (kind: string, notification: string, { users, where = 'true' }: { users: string; where?: string }) => `
  select f.seq, f.at, f.actor_id, '${notification}' as kind, f.subject_id as assignment_id, f.recommendation_id, t.user_id
  from fresh f, lateral (${users}) t
  where f.kind = '${kind}' and ${where}`

const first = 'select user_id from acting where assignment_id = f.subject_id and first'
const all = 'select user_id from acting where assignment_id = f.subject_id'
const wasVerified = `f.before->>'verification' in ('verified', 'verified_alternative')`

/** SQL: reviewers who may review a report: not the members of the organization that reported. */
const impartial = `
  select r.id as user_id from (${reviewers}) r
  where not exists (
    select from memberships m join assignments a on a.organization_id = m.organization_id
    where m.user_id = r.id and a.id = f.subject_id)`

/** SQL: those who act on the assignment, and the person who asked for the date. */
const asking = `${first}
  union select c.author_id from date_changes c join users u on u.id = c.author_id
  where c.id = (f.after->>'requestId')::uuid and u.disabled_at is null`

const toCoordinators = `select id as user_id from (${coordinators}) c`

/** The earlier of two notifications of one event for one person is the one that they get. */
const notificationSqls = [
  eventsOf('assignment.changed', 'made_owner', {
    users: `select (f.after->>'ownerId')::uuid as user_id`,
    where: `f.after->>'ownerId' is not null`,
  }),
  eventsOf('assignment.changed', 'date_moved', {
    users: first,
    where: `f.before->>'dueOn' is not null and f.after->>'dueOn' is not null`,
  }),
  eventsOf('assignment.made', 'assigned', { users: first }),
  eventsOf('assignment.reviewed', 'reversed', {
    users: all,
    where: `f.after->>'decision' = 'return' and ${wasVerified}`,
  }),
  eventsOf('assignment.reviewed', 'returned', {
    users: all,
    where: `f.after->>'decision' = 'return' and not ${wasVerified}`,
  }),
  eventsOf('assignment.reviewed', 'verified', { users: first, where: `f.after->>'decision' <> 'return'` }),
  eventsOf('assignment.reported', 'claim_waits', {
    users: impartial,
    where: `f.after->>'verification' = 'submitted' and f.before->>'verification' <> 'submitted'`,
  }),
  eventsOf('assignment.date_requested', 'date_requested', { users: toCoordinators }),
  eventsOf('assignment.date_decided', 'date_granted', { users: asking, where: `f.after->>'decision' = 'granted'` }),
  eventsOf('assignment.date_decided', 'date_refused', { users: asking, where: `f.after->>'decision' = 'refused'` }),
  eventsOf('assignment.answered', 'not_accepted', {
    users: toCoordinators,
    where: `f.after->>'position' = 'not_accepted' and f.before->>'position' <> 'not_accepted'`,
  }),
  eventsOf('assignment.reminded', 'reminded', { users: first }),
  eventsOf('assignment.asked_again', 'asked_again', { users: first }),
  `select f.seq, f.at, f.actor_id, 'owner_left', null::uuid, null::uuid, c.id
   from fresh f, (${coordinators}) c
   where f.kind = 'user.disabled' and exists (
     select from assignments a where a.owner_id = f.subject_id and ${pending})`,
]

/**
 * SQL: makes the notifications of the events after number $1, up to number $2. An assignment that was removed since has
 * none.
 */
export const notifyOfEventsSql = `
  with fresh as materialized (
    select e.seq, e.at, e.actor_id, e.kind, e.subject_id, e.recommendation_id,
      e.body::jsonb->'before' as before, e.body::jsonb->'after' as after
    from events e
    where e.seq > $1 and e.seq <= $2
      and (e.kind = 'user.disabled' or e.subject_type = 'assignment' and exists (select from assignments where id = e.subject_id))),
  acting as materialized (${actingOn(`select subject_id from fresh where kind <> 'user.disabled'`)}),
  found as (${notificationSqls.map((one, place) => `select x.*, ${place} as place from (${one}) x`).join(' union all ')})
  insert into notifications (id, user_id, kind, key, event_seq, assignment_id, recommendation_id, at)
  select distinct on (t.user_id, t.seq)
    gen_random_uuid(), t.user_id, t.kind::notification_kind, 'event:' || t.seq, t.seq, t.assignment_id::uuid,
    t.recommendation_id::uuid, t.at
  from found t join users u on u.id = t.user_id and u.disabled_at is null
  where t.user_id is distinct from t.actor_id
  order by t.user_id, t.seq, t.place
  on conflict (user_id, key) do nothing`
