import { type UnansweredCycle, unansweredCyclesJson } from '@/lib/cycles/cycle-rules-sql'
import { type Assignment, assignmentJoins, assignmentJson } from '@/lib/domain/answer-shapes'
import { type Claim, lateClaim } from '@/lib/domain/implementation-claim-sql'
import { pendingIn } from '@/lib/domain/statuses'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import { type Closing, closingJson } from './closing'
import { type WaitingDate, waitingDateJson } from './date-changes'
import { type Report, reportCount, reportsJson } from './reports'

/** An assignment with its latest report and the number of all its reports. */
export type Row = {
  assignment: Assignment
  organizationId: string
  organizationArchived?: true
  closing?: Closing
  latest?: Report
  /** The due date that waits for a decision. */
  requested?: WaitingDate
  /** The open reporting cycles that ask for it and that it has not answered. */
  cycles?: UnansweredCycle[]
  reportCount: number
}

/** The assignments of a group's members, in one row. */
export type GroupRow = {
  slug: string
  name: string
  count: number
  byStatus: Partial<Record<AssignmentStatus, number>>
  /** The earliest due date of the assignments that are not done. YYYY-MM-DD. */
  dueOn?: string
  overdue: number
  /** For each implemented assignment, when it was first reported as implemented, or null if that was in time. */
  claims?: (Claim | null)[]
}

/** The number of members of a group on a page. */
export const membersAtATime = 200

const membersOf = (group: string, before: string) => `
  select m.id
  from assignments m join groups mg on mg.id = m.via_group_id join organizations mo on mo.id = m.organization_id
  where m.recommendation_id = r.id and mg.slug = ${group}
  order by m.role, mo.name, m.id limit ${membersAtATime} offset ${before}`

/**
 * SQL: the rows of the recommendation `r`: assignments that came by no group, the reader's own (`own`), those in
 * `opened`, and the members of the group with the slug `group` after the first `before`. The reader's own come first,
 * then the lead.
 */
export const rowsJson = (own: string, opened: string, group: string, before: string) => `coalesce((
  select json_agg(json_build_object(
    'assignment', ${assignmentJson},
    'organizationId', a.organization_id,
    'organizationArchived', case when o.archived_at is not null then true end,
    'closing', ${closingJson('a')},
    'latest', ${reportsJson('1')}->0,
    'requested', ${waitingDateJson},
    'cycles', ${unansweredCyclesJson},
    'reportCount', ${reportCount})
    order by a.organization_id = any(${own}) desc, g.name nulls first, a.role, o.name)
  from assignments a ${assignmentJoins}
  where a.recommendation_id = r.id
    and (a.via_group_id is null or a.organization_id = any(${own}) or a.id in (${opened}) or a.id in (${membersOf(group, before)}))), '[]')`

/** SQL: the groups by which members got assignments of the recommendation `r`. `today` is the current day. */
export const groupsJson = (today: string) => `coalesce((
  select json_agg(json_build_object('slug', g.slug, 'name', g.name, 'count', s.count, 'dueOn', s.due_on,
    'overdue', s.overdue, 'claims', s.claims, 'byStatus', json_build_object(
      'not_started', s.not_started, 'in_progress', s.in_progress, 'partially_implemented', s.partially_implemented,
      'implemented', s.implemented, 'verified', s.verified, 'closed', s.closed)) order by g.name)
  from (
    select via_group_id, count(*),
           count(*) filter (where status = 'not_started') as not_started,
           count(*) filter (where status = 'in_progress') as in_progress,
           count(*) filter (where status = 'partially_implemented') as partially_implemented,
           count(*) filter (where status = 'implemented') as implemented,
           count(*) filter (where status = 'verified') as verified,
           count(*) filter (where status = 'closed') as closed,
           count(*) filter (where ${pendingIn('status')} and due_on < ${today}) as overdue,
           json_agg(${lateClaim}) filter (where a.progress = 'implemented') as claims,
           min(due_on) filter (where ${pendingIn('status')}) as due_on
    from assignments a
    where recommendation_id = r.id
    group by via_group_id) s
  join groups g on g.id = s.via_group_id), '[]')`
