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

/** An unfinished assignment whose organization does not accept the recommendation. Dates are YYYY-MM-DD. */
export type NotAccepted = {
  /** Of the answer. */
  id: string
  recommendation: { key: string; code: string; title: string }
  assignment: Assignment
  reason: string
  answeredOn: string
  /** When the answer was recorded. */
  writtenAt: string
}

export type AllNotAccepted = { total: number; items: NotAccepted[] }

const waiting = `
  from assignments a
  join recommendations r on r.id = a.recommendation_id
  join lateral (
    select * from answers where assignment_id = a.id order by written_at desc, id desc limit 1) w on true
  where a.position = 'not_accepted' and ${pending} and r.closure is null
    and r.document_id not in ${archivedDocuments}`

/**
 * SQL: the assignments that are not accepted, the earliest answer first, at most $1 with an answer after the moment $2 and
 * the ID $3, with the number of them all.
 */
const notAcceptedSql = `
  select (select count(*)::int ${waiting}) as total,
    coalesce((
      select json_agg(json_strip_nulls(json_build_object('id', w.id, 'writtenAt', ${iso('w.written_at')},
          'recommendation', json_build_object('key', r.key, 'code', d.code, 'title', r.title),
          'assignment', ${assignmentJsonOfPage},
          'reason', s.text, 'answeredOn', w.answered_on)) order by w.written_at, w.id)
      from (
        select w.* ${waiting} and (w.written_at, w.id) > ($2::timestamptz, $3::uuid)
        order by w.written_at, w.id limit $1) w
      join reasons s on s.id = w.reason_id
      join assignments a on a.id = w.assignment_id ${assignmentJoins}
      join recommendations r on r.id = a.recommendation_id
      join documents d on d.id = r.document_id), '[]') as items`

/**
 * Returns the unfinished assignments that their organizations do not accept, the earliest answer first, for people who close them
 * or ask again.
 */
export const workNotAccepted = async (actor: Actor, { from, limit }: WaitingPart): Promise<AllNotAccepted> =>
  mayAssign(actor) ? notAccepted([limit, ...from]) : { total: 0, items: [] }

const notAccepted = cacheUntilNextEvent(async (values: [limit: number, ...WaitingPlace]): Promise<AllNotAccepted> => {
  const [row] = await readByIndex<AllNotAccepted>({ name: 'not-accepted', text: notAcceptedSql, values })
  return row ?? { total: 0, items: [] }
})
