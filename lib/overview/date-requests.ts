import 'server-only'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { type Assignment, assignmentJoins, assignmentJsonOfPage } from '@/lib/domain/answer-shapes'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readByIndex } from '@/lib/platform/db'
import { iso } from '@/lib/platform/sql'
import type { WaitingPart, WaitingPlace } from './waiting-place'

/** A request for another due date that waits for a decision. Dates are YYYY-MM-DD. */
export type DateRequest = {
  id: string
  recommendation: { key: string; code: string; title: string }
  assignment: Assignment
  requestedDate: string
  reason: string
  requestedAt: string
}

export type DateRequests = { total: number; items: DateRequest[] }

/**
 * SQL: the requests that wait. With `offset 0`, the planner looks up the assignment of each, and does not read all
 * assignments in their order.
 */
const waiting = `
  from date_changes c
  cross join lateral (select * from assignments where id = c.assignment_id offset 0) a
  join recommendations r on r.id = a.recommendation_id
  where c.decision is null and ${pending} and r.closure is null and r.document_id not in ${archivedDocuments}
    and a.organization_id not in (select id from organizations where archived_at is not null)`

/** SQL: the requests that wait after the moment $2 and the ID $3, the oldest first, at most $1, with the number of them all. */
const requestsSql = `
  select (select count(*)::int ${waiting}) as total,
    coalesce((
      select json_agg(q.request order by q.asked_at, q.id)
      from (
        select c.asked_at, c.id, json_strip_nulls(json_build_object('id', c.id,
          'recommendation', json_build_object('key', r.key, 'code', d.code, 'title', r.title),
          'assignment', ${assignmentJsonOfPage},
          'requestedDate', c.asked, 'reason', s.text, 'requestedAt', ${iso('c.asked_at')})) as request
        from (select c.* ${waiting} and (c.asked_at, c.id) > ($2::timestamptz, $3::uuid) order by c.asked_at, c.id limit $1) c
        join reasons s on s.id = c.reason_id
        join assignments a on a.id = c.assignment_id ${assignmentJoins}
        join recommendations r on r.id = a.recommendation_id
        join documents d on d.id = r.document_id) q), '[]') as items`

/** Returns the requests for another due date that wait, the oldest first, for people who decide on them. */
export const waitingDateRequests = async (actor: Actor, { from, limit }: WaitingPart): Promise<DateRequests> =>
  mayAssign(actor) ? requests([limit, ...from]) : { total: 0, items: [] }

const requests = cacheUntilNextEvent(async (values: [limit: number, ...WaitingPlace]): Promise<DateRequests> => {
  const [row] = await readByIndex<DateRequests>({ name: 'date-requests', text: requestsSql, values })
  return row ?? { total: 0, items: [] }
})
