import 'server-only'
import type { Sql } from '@/lib/platform/db'
import { type Flaw, lostOrUnrecorded } from './history-flaw'

/** SQL: what arrived by letter according to the history, with the date of the letter. */
const recordedSql = `
  select e.seq, e.subject_id as assignment_id, e.body::jsonb #>> '{after,letterOn}' as dated,
    e.body::jsonb #> '{after}' ? 'letterId' as tells, e.body::jsonb #>> '{after,letterId}' as letter_id, (case e.kind
    when 'assignment.reported' then e.body::jsonb #>> '{after,report,id}'
    when 'assignment.answered' then e.body::jsonb #>> '{after,answerId}'
    when 'assignment.action_added' then e.body::jsonb #>> '{after,action,id}'
    when 'assignment.evidence_added' then e.body::jsonb #>> '{after,evidenceId}'
    when 'assignment.date_requested' then e.body::jsonb #>> '{after,requestId}' end)::uuid as of_id
  from events e
  where e.subject_type = 'assignment' and e.body::jsonb #>> '{after,letterOn}' is not null`

/** Returns the first letter that no event names, or with another date, or that is gone. Its row is what arrived by it. */
export async function alteredLetter(sql: Sql): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ seq: number | null; id: string }>({
    name: 'letter-altered',
    text: `
      select t.seq::int, coalesce(t.of_id, l.of_id) as id
      from letters l full join (${recordedSql}) t
        on t.of_id = l.of_id and t.assignment_id = l.assignment_id and t.dated = l.dated::text
        and (not t.tells or t.letter_id is not distinct from l.evidence_id::text)
      where l.of_id is null or t.of_id is null order by t.seq, id limit 1`,
  })
  return lostOrUnrecorded('letters', rows[0])
}
