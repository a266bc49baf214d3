import { pending } from '@/lib/domain/statuses'
import { personReads } from '@/lib/mentions/keep-mentions'
import { notOwnReview } from '@/lib/reports/review-policy'
import { askedByFresh, eventsOfCycles } from './from-cycles'
import { actingOn, coordinators, placeOfReviewer, reviews } from './recipients'

type To = { users: string; where?: string; assignment?: string }

/** SQL: the events of one kind, with the assignment and the recommendation that they are about. */
const eventsOf = (kind: string, notification: string, { users, where = 'true', assignment = 'f.subject_id' }: To) => `
  select f.seq, f.at, f.actor_id, '${notification}' as kind, ${assignment} as assignment_id, f.recommendation_id, t.user_id,
    null::uuid as cycle_id, null as key
  from fresh f, lateral (${users}) t
  where f.kind = '${kind}' and ${where}`

/** SQL: the events of one kind about the recommendation itself. */
const eventsOfWhole = (kind: string, notification: string, users: string) =>
  eventsOf(kind, notification, { users, assignment: 'null::uuid' })

const first = 'select user_id from acting where assignment_id = f.subject_id and first'
const all = 'select user_id from acting where assignment_id = f.subject_id'
const wasVerified = `f.before->>'verification' in ('verified', 'verified_alternative')`

/** SQL: the organizations of the person `u`. */
const theirs = 'array(select m.organization_id from memberships m where m.user_id = u.id)'

/**
 * SQL: those who may review the report: the reviewers. Where none of them may, the coordinators, and then the
 * administrators, so that no claim waits unseen.
 */
const mayReviewIt = `
  select x.id as user_id from (
    select u.id, ${placeOfReviewer} as place, min(${placeOfReviewer}) over () as first
    from assignments a join users u on ${reviews}
    where a.id = f.subject_id and ${notOwnReview('u.id', theirs)}) x
  where x.place = x.first`

/** SQL: those who act on the assignment, and the person who asked for the date. */
const asking = `${first}
  union select c.author_id from date_changes c join users u on u.id = c.author_id
  where c.id = (f.after->>'requestId')::uuid and u.disabled_at is null`

/** SQL: those whom an annotation mentions who can read it, and whom no earlier text of it mentions. */
const mentioned = `
  select m.user_id from annotation_revisions v join annotation_mentions m on m.revision_id = v.id and m.reads
  where v.id = (f.after->'text'->>'id')::uuid and not exists (
    select from annotation_revisions b join annotation_mentions x on x.revision_id = b.id and x.user_id = m.user_id and x.reads
    where b.annotation_id = v.annotation_id and b.number < v.number)`

/** SQL: those whom a report mentions, and whom the report that it corrects does not mention. */
const mentionedInReport = `
  select m.user_id from report_mentions m
  where m.report_id = (f.after->'report'->>'id')::uuid and not exists (
    select from report_mentions x where x.report_id = (f.after->'corrects'->>'id')::uuid and x.user_id = m.user_id)`

const followers = 'select user_id from follows where recommendation_id = f.recommendation_id'

/** SQL: the followers who can read an annotation. */
const followersWhoRead = `
  select w.user_id from follows w join users u on u.id = w.user_id join annotations n on n.id = f.subject_id
  where w.recommendation_id = f.recommendation_id and ${personReads('n.audience', 'n.organization_id')}`

/** SQL: the people whom a reminder names. Those of earlier versions name nobody. */
const named = `
  select x.id::uuid as user_id from jsonb_array_elements_text(f.after->'to') x(id)
  union ${first} and f.after->'to' is null`

const toCoordinators = `select id as user_id from (${coordinators}) c`

/** Of several notifications of one event for one person, they get the first of this list. */
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
    users: mayReviewIt,
    where: `f.after->>'verification' = 'submitted' and f.before->>'verification' <> 'submitted'`,
  }),
  eventsOf('assignment.date_requested', 'date_requested', { users: toCoordinators }),
  eventsOf('assignment.date_decided', 'date_granted', { users: asking, where: `f.after->>'decision' = 'granted'` }),
  eventsOf('assignment.date_decided', 'date_refused', { users: asking, where: `f.after->>'decision' = 'refused'` }),
  eventsOf('assignment.answered', 'not_accepted', {
    users: toCoordinators,
    where: `f.after->>'position' = 'not_accepted' and f.before->>'position' <> 'not_accepted'`,
  }),
  eventsOf('assignment.reminded', 'reminded', { users: named, where: `f.after->>'cycleId' is null` }),
  ...eventsOfCycles(named),
  eventsOf('assignment.asked_again', 'asked_again', { users: first }),
  `select f.seq, f.at, f.actor_id, 'owner_left', null::uuid, null::uuid, c.id, null::uuid, null
   from fresh f, (${coordinators}) c
   where f.kind = 'user.disabled' and exists (
     select from assignments a where a.owner_id = f.subject_id and ${pending})`,
  eventsOfWhole('annotation.added', 'mentioned', mentioned),
  eventsOfWhole('annotation.edited', 'mentioned', mentioned),
  eventsOf('assignment.reported', 'mentioned', { users: mentionedInReport }),
  eventsOf('assignment.reported', 'followed_report', { users: followers }),
  eventsOf('assignment.reviewed', 'followed_review', { users: followers }),
  eventsOf('assignment.closed', 'followed_closure', { users: followers }),
  eventsOfWhole('recommendation.closed', 'followed_closure', followers),
  eventsOfWhole('annotation.added', 'followed_annotation', followersWhoRead),
]

/** SQL: whether an event `e` is about something that is still there. */
const isThere = `case e.subject_type
  when 'assignment' then exists (select from assignments where id = e.subject_id)
  when 'annotation' then exists (select from annotations where id = e.subject_id and withdrawn_at is null)
  when 'recommendation' then e.kind = 'recommendation.closed' and exists (select from recommendations where id = e.subject_id)
  else e.kind in ('user.disabled', 'cycle.opened', 'cycle.closed') end`

/**
 * SQL: makes the notifications of the events after number $1, up to number $2. An assignment that was removed since has
 * none, and neither has an annotation that was withdrawn.
 */
export const notifyOfEventsSql = `
  with fresh as materialized (
    select e.seq, e.at, e.actor_id, e.change, e.kind, e.subject_id, e.recommendation_id,
      e.body::jsonb->'before' as before, e.body::jsonb->'after' as after
    from events e
    where e.seq > $1 and e.seq <= $2 and ${isThere}),
  acting as materialized (${actingOn(`select subject_id from fresh where kind like 'assignment.%'`)}),
  asked as materialized (${askedByFresh}),
  found as (${notificationSqls.map((one, place) => `select x.*, ${place} as place from (${one}) x`).join(' union all ')})
  insert into notifications (id, user_id, kind, key, event_seq, assignment_id, recommendation_id, cycle_id, at)
  select distinct on (t.user_id, t.seq)
    gen_random_uuid(), t.user_id, t.kind::notification_kind, coalesce(t.key, 'event:' || t.seq), t.seq,
    t.assignment_id::uuid, t.recommendation_id::uuid, t.cycle_id, t.at
  from found t join users u on u.id = t.user_id and u.disabled_at is null
  where t.user_id is distinct from t.actor_id
  order by t.user_id, t.seq, t.place
  on conflict (user_id, key) do nothing`
