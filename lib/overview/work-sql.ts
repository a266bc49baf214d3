import { hasAnswered, type UnansweredCycle, unansweredCyclesJson } from '@/lib/cycles/cycle-rules-sql'
import { type Assignment, assignmentJoins, assignmentJson } from '@/lib/domain/answer-shapes'
import { unowned } from '@/lib/domain/owners'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { type WaitingDate, waitingDateJson } from '@/lib/register/date-changes'

/*
 * The work of a person and of their organizations, as SQL. $1 is the person, $2 their organizations, $3 the current day
 * and $4 the last day that is soon.
 */

/**
 * The reasons for the place of an assignment in the list of work, the most urgent first. Those after `soon` are ordered
 * by due date alone.
 */
export const urgencies = ['returned', 'overdue', 'soon', 'unowned', 'not_started', 'under_way', 'done'] as const
export type UrgencyReason = (typeof urgencies)[number]

export type WorkRecommendation = { key: string; code: string; title: string; quote: string; language: string }

export type Found = {
  recommendation: WorkRecommendation
  assignment: Assignment
  why: UrgencyReason
  /** The day of the latest report. YYYY-MM-DD. */
  reportedOn?: string
  /** The due date that waits for a decision. */
  requested?: WaitingDate
  /** The open reporting cycles that ask for it and that it has not answered. */
  cycles?: UnansweredCycle[]
}

const named = `array[${urgencies.map((why) => `'${why}'`).join(', ')}]`

/** Returns the place of a reason in this order, counted from 1 as in SQL. */
export const rankOf = (why: UrgencyReason) => urgencies.indexOf(why) + 1

export const workRecommendation = `json_build_object('key', r.key, 'code', d.code, 'title', r.title, 'quote', r.quote, 'language', d.language)`

// Subqueries for the few that are closed or archived: a join would read the whole table of recommendations.
const ended = '(select id from recommendations where closure is not null)'
const putAway = `(select id from recommendations where document_id in ${archivedDocuments})`

/** Complete a returned report, report progress, state the position, or name an owner. */
export const nextSteps = ['complete', 'report', 'position', 'own'] as const
export type NextStep = (typeof nextSteps)[number]

/** SQL: what the open cycle that closes first asks of the assignment `a`, unless it was answered. No rows are read if none is open. */
const asked = `lateral (
  select c.asks, c.closes_on from cycles c
  where ${pending} and c.state = 'open' and not ${hasAnswered}
    and exists (select from cycle_assignments l where l.cycle_id = c.id and l.assignment_id = a.id)
  order by c.closes_on, c.id limit 1) asked`

/** SQL: with `offset 0`, each rank is computed once, and not for each use of it. */
const ranked = `
  select a.id, a.organization_id, a.position = 'not_accepted' and ${pending} as refused, case when a.owner_id = $1 then 0 else 1 end as others, a.due_on as own_due,
         asked.asks, coalesce(least(a.due_on, asked.closes_on), 'infinity'::date) as due,
         array_position(${named}, case
           when a.status in ('verified', 'closed') or a.recommendation_id in ${ended} then 'done'
           when a.verification = 'returned' then 'returned'
           when a.status = 'implemented' then 'done'
           when a.due_on < $3::date then 'overdue'
           when a.due_on <= $4::date then 'soon'
           when ${unowned} then 'unowned'
           when a.status = 'not_started' then 'not_started'
           else 'under_way' end) as rank
  from assignments a
  left join ${asked} on true
  where (a.organization_id = any($2) or a.owner_id = $1) and a.recommendation_id not in ${putAway}
  offset 0`

/** The turns in which work is listed, next to that of what is done. */
export const turns = {
  returned: rankOf('returned'),
  overdue: rankOf('overdue'),
  soon: rankOf('soon'),
  later: rankOf('unowned'),
}

const later = [rankOf('unowned'), rankOf('not_started'), rankOf('under_way')]

/**
 * SQL: the assignments with their rank, their turn and the next step. What is neither returned, overdue nor done has its
 * turn by the day on which it is due or a cycle that asks for it closes. Within a turn, the earliest day comes first, and
 * on the same day the reader's own. What the organization does not accept has no next step, because it waits for a
 * coordinator.
 */
export const mine = `
  select *,
    case when rank not in (${later.join(', ')}, ${rankOf('soon')}) then rank
         when due <= $4::date then ${turns.soon} else ${turns.later} end as turn,
    case when refused then null
         when rank = ${rankOf('returned')} then 'complete'
         when asks = 'position' then 'position'
         when rank = ${rankOf('unowned')} then 'own'
         else 'report' end as step
  from (${ranked}) ranked`

/** SQL: rows of `mine` in their order, each with its place and its organization. */
export const shown = (rows: string, order: string) => `coalesce((
  select json_agg(json_build_object(
    'place', json_build_array(m.turn, m.due, m.others, m.id),
    'organizationId', m.organization_id,
    'step', m.step,
    'found', json_strip_nulls(json_build_object(
      'recommendation', ${workRecommendation},
      'assignment', ${assignmentJson},
      'why', (${named})[m.rank],
      'requested', ${waitingDateJson},
      'cycles', ${unansweredCyclesJson},
      'reportedOn', (
        select as_of from progress_reports
        where assignment_id = a.id and state = 'submitted' order by number desc limit 1)))) order by ${order})
  from ${rows} m
  join assignments a on a.id = m.id ${assignmentJoins}
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id), '[]')`
