import 'server-only'
import { takenBack } from '@/lib/domain/corrections-sql'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** A status that assignments of a recommendation reached. */
export type Reached = {
  recommendation: { key: string; code: string; title: string }
  status: AssignmentStatus | 'reopened'
  /** The organizations of the assignments, the latest first. */
  organizations: string[]
  /** The latest time when one of them reached it. */
  at: string
}

/** The number of days to look back. */
export const reachedWithin = 30

const most = 6

/** SQL: whether the status of a version `row` comes from a report that corrections took back. */
const mistaken = (row: string) => `(${row}.status <> 'closed' and coalesce((
  select ${takenBack('pr')} from (
    select id, progress from progress_reports
    where assignment_id = ${row}.id and state = 'submitted' and submitted_at <= ${row}.valid_from
    order by number desc limit 1) pr), false))`

// Reads versions from an index by time, back to a limit; the history has the older ones. A corrected report counts with
// its correction, so the correction is compared with the status before both.
/** SQL: the statuses that assignments reached since the moment $1, the latest first. */
const recentProgressSql = `
  with latest as materialized (
    select id, status, valid_from from assignment_versions
    where valid_from >= $1 order by valid_from desc limit 500)
  select json_build_object('key', r.key, 'code', d.code, 'title', r.title) as recommendation,
    case when before.status = 'closed' then 'reopened' else l.status::text end as status, o.name as organization, l.valid_from as at
  from latest l
  join assignment_versions previous
    on previous.id = l.id and previous.valid_to = l.valid_from and previous.status <> l.status
  cross join lateral (
    select v.status from assignment_versions v
    where v.id = l.id and v.valid_from < l.valid_from and not ${mistaken('v')}
    order by v.valid_from desc limit 1) before
  join assignments a on a.id = l.id
  join organizations o on o.id = a.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id and d.archived_at is null
  where before.status <> l.status and not ${mistaken('l')}
  order by l.valid_from desc, o.name collate by_name`

type Row = Omit<Reached, 'organizations' | 'at'> & { organization: string; at: Date }

/**
 * Returns the statuses that assignments reached recently, the latest first. Assignments of one recommendation with the
 * same status are one entry.
 */
export async function recentProgress(): Promise<Reached[]> {
  const since = new Date(now().getTime() - reachedWithin * 86_400_000)
  const { rows } = await pool.query<Row>({ name: 'reached', text: recentProgressSql, values: [since] })
  const found = new Map<string, Reached>()
  for (const { organization, at, ...row } of rows) {
    const place = `${row.recommendation.key} ${row.status}`
    const known = found.get(place)
    if (known) known.organizations.push(organization)
    else found.set(place, { ...row, organizations: [organization], at: at.toISOString() })
  }
  return [...found.values()].slice(0, most)
}
