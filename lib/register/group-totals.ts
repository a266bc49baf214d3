import 'server-only'
import { archivedDocuments } from '@/lib/domain/visibility'
import { pool } from '@/lib/platform/db'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import { dueOf, owedFalling, owedOf, saidOf, statement } from './conditions'
import type { Scope } from './scope'

/** What a group's members owe, in one row. */
export type GroupTotals = {
  slug: string
  name: string
  total: number
  overdue: number
  byStatus: Partial<Record<AssignmentStatus, number>>
}

type Counted = { slug: string; name: string; status: AssignmentStatus; n: number; late: number }

/** Returns what came by each group, of the assignments that the filters ask for, as one row each. */
export async function groupTotalsOf(scope: Scope): Promise<GroupTotals[]> {
  const { rows } = await pool.query<Counted>(countedBy(scope))
  const groups = new Map<string, GroupTotals>()
  for (const { slug, name, status, n, late } of rows) {
    const { total, overdue, byStatus } = groups.get(slug) ?? { total: 0, overdue: 0, byStatus: {} }
    groups.set(slug, { slug, name, total: total + n, overdue: overdue + late, byStatus: { ...byStatus, [status]: n } })
  }
  return [...groups.values()]
}

/** Group by group and status by status, so that an index is read and never the table, less those of what is archived. */
function countedBy(scope: Scope) {
  const { values, place } = statement()
  const said = saidOf(scope, place)
  const owed = [...owedOf(scope, place), ...dueOf(scope, owedFalling, place)]
  const late = owedFalling.overdue(scope, place)
  const joined = 'assignments a join recommendations r on r.id = a.recommendation_id'
  const counted = (from: string, where: string[]) => `(
    select array[count(*), count(*) filter (where ${late})] from ${from}
    where ${['a.via_group_id = g.id', 'a.status = s.status', ...where].join(' and ')})`
  const hidden = counted(joined, [`r.document_id in ${archivedDocuments}`, ...said, ...owed])
  const all = counted(said.length > 0 ? joined : 'assignments a', [...said, ...owed])

  const { archived: only } = scope.filters
  const less = only ? '' : ` - c.hidden[%]`
  const each = (place: number) => `(c.${only ? 'hidden' : 'counted'}[${place}]${less.replace('%', String(place))})::int`
  const text = `
    select g.slug, g.name, s.status, ${each(1)} as n, ${each(2)} as late
    from groups g cross join unnest(enum_range(null::assignment_status)) s(status)
    cross join lateral (select ${only ? 'null::bigint[]' : all} as counted, ${hidden} as hidden) c
    where ${each(1)} > 0 ${only && !scope.keepsTheRecord ? 'and false' : ''}
    order by g.name, s.status`
  return { text, values }
}
