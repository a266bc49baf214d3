import 'server-only'
import { cursorOf, readCursor } from '@/lib/platform/cursor'
import { pool } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import { archived } from './archived'
import { assignmentsIn, dueOf, owedFalling, owedOf, saidOf, statement, withinDue } from './conditions'
import { assignmentOrders, beyond, type Order, orderBy, standing, toDoOrder } from './order'
import type { Scope } from './scope'
import { type Assignment, assignmentJoins, assignmentJsonOfPage } from './shapes'

export type AssignmentRow = {
  recommendation: { key: string; code: string; documentTitle: string; title: string }
  assignment: Assignment
}

type Page = { ids: string[]; next: string | null }

/** The assignments of one page that the filters ask, by due date unless another order is asked, and where to go on. */
export function assignmentPageOf(scope: Scope): Promise<Result<Page>> {
  const sort = scope.filters.sort ?? 'due'
  return pageIn(scope, sort, assignmentOrders[sort])
}

/**
 * The same as the screen shows them: unless another order is asked, what is still to be done comes first. Where the
 * members of groups are folded, only those that came by no group.
 */
export function shownAssignmentsOf(scope: Scope): Promise<Result<Page>> {
  const direct = isFolded(scope) ? ['a.via_group_id is null'] : []
  const { sort, due } = scope.filters
  // What falls due at some time is all still to be done.
  return sort || due
    ? pageIn(scope, sort ?? 'due', assignmentOrders[sort ?? 'due'], direct)
    : pageIn(scope, 'to do', toDoOrder, direct)
}

/** Whether each group's members are one row: unless the list is of one party's assignments. */
export const isFolded = ({ group, organization, owner }: Scope) => !group && !organization && !owner?.id

async function pageIn(scope: Scope, name: string, order: Order, more: string[] = []): Promise<Result<Page>> {
  const { after, limit } = scope.filters
  const from = after === undefined ? undefined : readCursor(name, order.values, after)
  if (from && !from.ok) return from

  const { values, place } = statement()
  const conditions = [
    ...assignmentsIn(scope, place),
    ...more,
    ...(name === 'due' ? withinDue(scope, order.columns, place) : []),
    ...(from ? [beyond(order, from.value, place)] : []),
  ]
  const text = `
    select a.id, ${standing(order)} as standing
    from assignments a join recommendations r on r.id = a.recommendation_id
    where ${conditions.join(' and ')}
    order by ${orderBy(order)}
    limit ${place(limit + 1)}`
  const { rows } = await pool.query<{ id: string; standing: unknown[] }>({ text, values })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    ids: shown.map(({ id }) => id),
    next: last && rows.length > limit ? cursorOf(name, last.standing) : null,
  })
}

/** Assignments in the order of their ids here. */
export async function assignmentRowsOf(ids: string[]): Promise<AssignmentRow[]> {
  const { rows } = await pool.query<{ row: AssignmentRow }>({ name: 'assignment-rows', text: rowsText, values: [ids] })
  return rows.map(({ row }) => row)
}

const rowsText = `
  select json_build_object(
    'recommendation', json_build_object('key', r.key, 'code', d.code, 'documentTitle', d.title,
      'title', r.title),
    'assignment', ${assignmentJsonOfPage}) as row
  from unnest($1::uuid[]) with ordinality as page(id, place)
  join assignments a on a.id = page.id ${assignmentJoins}
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  order by page.place`

export type AssignmentFacets = { total: number; assignment: Partial<Record<AssignmentStatus, number>> }

/** How many assignments there are, and how many there would be of each status, given the other filters. */
export async function assignmentFacetsOf(scope: Scope): Promise<AssignmentFacets> {
  const asked = scope.filters.assignment
  const [byStatus, pending] = await Promise.all([
    countByStatus({ ...scope, filters: { ...scope.filters, assignment: [] } }),
    asked.includes('pending') ? countByStatus(scope) : undefined,
  ])
  const counted = (pending ?? byStatus).filter(
    ({ status }) => pending !== undefined || asked.length === 0 || asked.includes(status),
  )
  return {
    total: counted.reduce((total, { n }) => total + n, 0),
    assignment: Object.fromEntries(byStatus.map(({ status, n }) => [status, n])),
  }
}

/** Status by status, so that an index is read and never the table, less those of what is archived. */
async function countByStatus(scope: Scope): Promise<{ status: AssignmentStatus; n: number }[]> {
  const { values, place } = statement()
  const said = saidOf(scope, place)
  const owed = [...owedOf(scope, place), ...dueOf(scope, owedFalling, place)]
  const joined = 'assignments a join recommendations r on r.id = a.recommendation_id'
  const counted = (from: string, where: string[]) =>
    `(select count(*) from ${from} where ${['a.status = s.status', ...where].join(' and ')})`
  const hidden = counted(joined, [`r.document_id in ${archived}`, ...said, ...owed])
  const all = counted(said.length > 0 ? joined : 'assignments a', [...said, ...owed])

  const { archived: only } = scope.filters
  if (only && !scope.keepsTheRecord) return []
  const text = `
    select s.status, (${only ? hidden : `${all} - ${hidden}`})::int as n
    from unnest(enum_range(null::assignment_status)) s(status)`
  const { rows } = await pool.query<{ status: AssignmentStatus; n: number }>({ text, values })
  return rows
}
