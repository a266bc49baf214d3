import { answerTo, hasEnded } from './cycle-rules-sql'

/*
 * What the assignments of a cycle answered: as they are now while it is open, and as they were when it was closed. $1 are
 * the IDs of cycles, and $2 is the time zone.
 */

const fields = `
  a.progress, a.verification, a.position, a.closure, a.due_on, a.owner_id`

/** SQL: the assignments of the open cycles $1, as they are now. */
export const liveResults = `
  select l.cycle_id, a.id as assignment_id, r.document_id, r.key, r.title, r.ordinal, a.organization_id,
    o.name as organization_name,
    case
      when x.at is null and (c.asks = 'report' or a.position = 'pending') then
        case when ${hasEnded} then 'closed' else 'not_answered' end
      when x.day > c.closes_on then 'late'
      else 'answered' end::cycle_answer as answer,
    x.at as answered_at, a.status, ${fields}
  from cycles c
  join cycle_assignments l on l.cycle_id = c.id
  join assignments a on a.id = l.assignment_id
  join recommendations r on r.id = a.recommendation_id
  join organizations o on o.id = a.organization_id
  left join lateral (${answerTo('$2')}) x on true
  where c.id = any($1::uuid[]) and c.state = 'open'`

/** SQL: the columns of `cycle_results`, in the order in which `liveResults` returns them. */
export const resultColumns = `
  cycle_id, assignment_id, document_id, key, title, ordinal, organization_id, organization_name, answer, answered_at, status,
  progress, verification, position, closure, due_on, owner_id`

/** SQL: the assignments of the cycles $1, frozen if the cycle is closed. */
export const allResults = `
  ${liveResults}
  union all
  select ${resultColumns} from cycle_results where cycle_id = any($1::uuid[])`
