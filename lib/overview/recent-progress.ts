import 'server-only'
import { now } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** That assignments of a recommendation came to a status. */
export type Reached = {
  recommendation: { key: string; code: string; title: string }
  status: AssignmentStatus | 'reopened'
  /** Whose assignments, the last first. */
  organizations: string[]
  /** The last moment at which one of them did. */
  at: string
}

/** How many days back. */
export const reachedWithin = 30

const most = 6

// The versions that an index gives in the order of their moments, back to a bound: what is older is in the history.
const text = `
  with latest as materialized (
    select id, status, valid_from from assignment_versions
    where valid_from >= $1 order by valid_from desc limit 500)
  select json_build_object('key', r.key, 'code', d.code, 'title', r.title) as recommendation,
    case when before.status = 'closed' then 'reopened' else l.status::text end as status, o.name as organization, l.valid_from as at
  from latest l
  join assignment_versions before on before.id = l.id and before.valid_to = l.valid_from
  join assignments a on a.id = l.id
  join organizations o on o.id = a.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id and d.archived_at is null
  where before.status <> l.status
  order by l.valid_from desc, o.name collate by_name`

type Row = Omit<Reached, 'organizations' | 'at'> & { organization: string; at: Date }

/** Which statuses assignments reached lately, the last first; those of one recommendation with the same status are one. */
export async function recentProgress(): Promise<Reached[]> {
  const since = new Date(now().getTime() - reachedWithin * 86_400_000)
  const { rows } = await pool.query<Row>({ name: 'reached', text, values: [since] })
  const found = new Map<string, Reached>()
  for (const { organization, at, ...row } of rows) {
    const place = `${row.recommendation.key} ${row.status}`
    const known = found.get(place)
    if (known) known.organizations.push(organization)
    else found.set(place, { ...row, organizations: [organization], at: at.toISOString() })
  }
  return [...found.values()].slice(0, most)
}
