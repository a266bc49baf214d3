import 'server-only'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { type Assignment, assignmentJoins, assignmentJsonOfPage } from '@/lib/domain/answer-shapes'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readByIndex } from '@/lib/platform/db'

/** An unfinished assignment whose organization does not accept the recommendation. Dates are YYYY-MM-DD. */
export type NotAccepted = {
  recommendation: { key: string; code: string; title: string }
  assignment: Assignment
  reason: string
  answeredOn: string
}

export type AllNotAccepted = { total: number; items: NotAccepted[] }

/** The number of assignments that a page shows. */
const few = 10

const waiting = `
  from assignments a
  join recommendations r on r.id = a.recommendation_id
  join lateral (
    select * from answers where assignment_id = a.id order by written_at desc, id desc limit 1) w on true
  where a.position = 'not_accepted' and ${pending} and r.closure is null
    and r.document_id not in ${archivedDocuments}`

/** SQL: the assignments that are not accepted, the earliest answer first, at most $1, with the number of them all. */
const notAcceptedSql = `
  select (select count(*)::int ${waiting}) as total,
    coalesce((
      select json_agg(json_strip_nulls(json_build_object(
          'recommendation', json_build_object('key', r.key, 'code', d.code, 'title', r.title),
          'assignment', ${assignmentJsonOfPage},
          'reason', s.text, 'answeredOn', w.answered_on)) order by w.written_at, w.id)
      from (select w.* ${waiting} order by w.written_at, w.id limit $1) w
      join reasons s on s.id = w.reason_id
      join assignments a on a.id = w.assignment_id ${assignmentJoins}
      join recommendations r on r.id = a.recommendation_id
      join documents d on d.id = r.document_id), '[]') as items`

/**
 * Returns the unfinished assignments that their organizations do not accept, the earliest answer first, for people who close them
 * or ask again.
 */
export const workNotAccepted = async (actor: Actor): Promise<AllNotAccepted> =>
  mayAssign(actor) ? notAccepted(few) : { total: 0, items: [] }

const notAccepted = cacheUntilNextEvent(async (most: number): Promise<AllNotAccepted> => {
  const [row] = await readByIndex<AllNotAccepted>({ name: 'not-accepted', text: notAcceptedSql, values: [most] })
  return row ?? { total: 0, items: [] }
})
