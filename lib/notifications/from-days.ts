import { hasAnswered, hasEnded } from '@/lib/cycles/cycle-rules-sql'
import { silentSql } from '@/lib/domain/silent-assignments'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { live } from '@/lib/register/conditions'
import { actingOn } from './recipients'

/** The days before a due date on which people are notified. If several have passed, only the nearest counts. */
const steps = [1, 7, 14]

/** The number of days after which people are notified again of what is overdue. */
const everyDays = 28

/** SQL: whether the organization of the assignment `a` still works on it, in a document that its members can open. */
const worksOn = `
  a.position <> 'not_accepted'
  and a.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments})`

/** SQL: the unfinished assignments that somebody still has to work on. */
const pendingSql = `
  select a.id, a.recommendation_id, a.due_on, ${silentSql('$1', '$3', '$4')} as silent
  from assignments a
  where ${pending} and ${live} and ${worksOn}
    and (a.due_on <= $1::date + ${Math.max(...steps)} or ${silentSql('$1', '$3', '$4')})`

/** The number of days before its closing day on which people are notified that a cycle closes. */
const closesWithin = 3

/** SQL: the assignments that have not answered an open cycle that closes soon. Nobody is notified on the day it opened. */
const missing = `
  select c.id as cycle_id, c.closes_on, a.id as assignment_id
  from cycles c
  join cycle_assignments l on l.cycle_id = c.id
  join assignments a on a.id = l.assignment_id
  where c.state = 'open' and c.closes_on between $1::date and $1::date + ${closesWithin} and c.opens_on < $1::date
    and ${worksOn} and not ${hasAnswered} and not ${hasEnded}`

/**
 * SQL: makes the notifications of the day $1 at the moment $2: what is due in 14 days, 7 days or 1 day, what is overdue,
 * that a cycle closes, and, once a week for each person, that some of their work is silent for $3 days in the time zone $4.
 * Written in the order of an index, which takes less time.
 */
export const notifyOfDaySql = `
  with pending as materialized (${pendingSql}),
  acting as materialized (${actingOn('select id from pending')}),
  missing as materialized (${missing}),
  asked as materialized (${actingOn('select assignment_id from missing')}),
  found as (
    select t.user_id, 'due' as kind, 'due:' || n.step || ':' || p.id || ':' || p.due_on as key, p.id as assignment_id,
      p.recommendation_id, null::uuid as cycle_id
    from pending p
    join acting t on t.assignment_id = p.id and t.first
    cross join lateral (select min(s) as step from unnest(array[${steps.join(', ')}]) s where p.due_on - $1::date <= s) n
    where p.due_on between $1::date and $1::date + ${Math.max(...steps)}
    union all
    select t.user_id, 'overdue', 'overdue:' || ($1::date - p.due_on - 1) / ${everyDays} || ':' || p.id || ':' || p.due_on, p.id,
      p.recommendation_id, null::uuid
    from pending p join acting t on t.assignment_id = p.id
    where p.due_on < $1::date
    union all
    select distinct t.user_id, 'silent', 'silent:' || to_char($1::date, 'IYYY-IW'), null::uuid, null::uuid, null::uuid
    from pending p join acting t on t.assignment_id = p.id and t.first
    where p.silent and (p.due_on is null or p.due_on >= $1::date)
    union all
    select distinct t.user_id, 'cycle_closing', 'cycle_closing:' || m.cycle_id || ':' || m.closes_on, null::uuid, null::uuid,
      m.cycle_id
    from missing m join asked t on t.assignment_id = m.assignment_id and t.first)
  insert into notifications (id, user_id, kind, key, assignment_id, recommendation_id, cycle_id, at)
  select gen_random_uuid(), user_id, kind::notification_kind, key, assignment_id, recommendation_id, cycle_id, $2 from found
  order by user_id, key
  on conflict (user_id, key) do nothing`
