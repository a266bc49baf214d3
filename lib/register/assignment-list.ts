import 'server-only'
import { type Assignment, assignmentJoins, assignmentJsonOfPage } from '@/lib/domain/answer-shapes'
import { pendingStatuses } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { cursorOf, readCursor } from '@/lib/platform/cursor'
import { pool, read } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, type Composed, empty, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import { assignmentsIn, dueOf, foundIn, isSaid, owedFalling, owedOf, withinDue } from './conditions'
import { idsInParts } from './csv-rows'
import { assignmentOrders, beyond, type Order, orderBy, standing, toDoOrder } from './order'
import { readCounts } from './read-counts'
import type { Scope } from './scope'

export type AssignmentRow = {
  recommendation: { key: string; code: string; documentTitle: string; title: string }
  assignment: Assignment
}

type Page = { ids: string[]; next: string | null }

/**
 * The ids of all assignments that the filters ask, by due date unless another order is asked, as they stand when the first
 * are asked for.
 */
export function allAssignmentIdsOf(scope: Scope, size: number): AsyncGenerator<string[]> {
  const sort = scope.filters.sort ?? 'due'
  return idsInParts(sql`select a.id ${listed(scope, sort, assignmentOrders[sort])}`, size)
}

/** The assignments of one page that the filters ask, by due date unless another order is asked, and where to go on. */
export function assignmentPageOf(scope: Scope): Promise<Result<Page>> {
  const sort = scope.filters.sort ?? 'due'
  return pageIn(scope, sort, assignmentOrders[sort])
}

/**
 * The assignments of one page as the screen shows them: unless another order is asked, what is still to be done comes
 * first. Where the members of groups are folded, only those that came by no group.
 */
export function shownAssignmentsOf(scope: Scope): Promise<Result<Page>> {
  const direct = isFolded(scope) ? [sql`a.via_group_id is null`] : []
  const { sort, due } = scope.filters
  // What falls due at some time is all still to be done.
  return sort || due
    ? pageIn(scope, sort ?? 'due', assignmentOrders[sort ?? 'due'], direct)
    : pageIn(scope, 'to do', toDoOrder, direct)
}

/** Whether each group's members are one row: unless the list is of one party's assignments. */
export const isFolded = ({ group, organization, owner }: Scope) => !group && !organization && !owner?.id

async function pageIn(scope: Scope, name: string, order: Order, more: Composed[] = []): Promise<Result<Page>> {
  const { after, limit } = scope.filters
  const from = after === undefined ? undefined : readCursor(name, order.values, after)
  if (from && !from.ok) return from

  const page = sql`
    select a.id, ${standing(order)} as standing
    ${listed(scope, name, order, [...more, ...(from ? [beyond(order, from.value)] : [])])}
    limit ${limit + 1}`
  const rows = await read<{ id: string; standing: unknown[] }>('assignment-page', page)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    ids: shown.map(({ id }) => id),
    next: last && rows.length > limit ? cursorOf(name, last.standing) : null,
  })
}

/** SQL: the assignments that the filters ask, in an order. */
function listed(scope: Scope, name: string, order: Order, more: Composed[] = []) {
  const within = name === 'due' ? withinDue(scope, order.columns) : []
  return sql`
    from assignments a join recommendations r on r.id = a.recommendation_id
    where ${allOf([...assignmentsIn(scope), ...more, ...within])}
    order by ${orderBy(order)}`
}

/** Assignments in the order of their ids here. */
export async function assignmentRowsOf(ids: string[]): Promise<AssignmentRow[]> {
  const { rows } = await pool.query<{ row: AssignmentRow }>({
    name: 'assignment-rows',
    text: assignmentRowsSql,
    values: [ids],
  })
  return rows.map(({ row }) => row)
}

/** SQL: the assignments $1 in that order. */
const assignmentRowsSql = `
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
export const assignmentFacetsOf = (scope: Scope): Promise<AssignmentFacets> => facetsOfWhole(wholeOf(scope))

/** How many assignments there are in the scope, on all its pages. */
export const assignmentTotalOf = (scope: Scope): Promise<number> => totalOfWhole(wholeOf(scope))

/** The scope without page and order: equal for every page of a list, in every order. */
const wholeOf = (scope: Scope): Scope => ({
  ...scope,
  filters: { ...scope.filters, after: undefined, sort: undefined, limit: 0 },
})

const facetsOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<AssignmentFacets> => {
  const asked = scope.filters.assignment
  const [byStatus, total] = await Promise.all([
    countByStatus({ ...scope, filters: { ...scope.filters, assignment: [] } }),
    asked.includes('pending') ? totalOfWhole(scope) : undefined,
  ])
  const shown = byStatus.filter(({ status }) => asked.length === 0 || asked.includes(status))
  return {
    total: total ?? sum(shown),
    assignment: Object.fromEntries(byStatus.map(({ status, n }) => [status, n])),
  }
})

const totalOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<number> => {
  const { assignment, due } = scope.filters
  const asked = assignment.flatMap((one) => (one === 'pending' ? pendingStatuses : [one]))
  // What falls due at some time is all still to be done.
  const among = asked.length > 0 ? asked : due ? pendingStatuses : undefined
  return sum(await countByStatus(scope, among))
})

type Counted = { status: AssignmentStatus; n: number }

const sum = (counts: Counted[]) => counts.reduce((total, { n }) => total + n, 0)

async function countByStatus(scope: Scope, among?: readonly AssignmentStatus[]): Promise<Counted[]> {
  if (scope.filters.archived && !scope.keepsTheRecord) return []
  return readCounts<Counted>(
    'assignment-statuses',
    scope,
    isSaid(scope) ? countedAmongFound(scope, among) : countedWhole(scope, among),
  )
}

/** SQL: these statuses, or all. */
const statusesOf = (among: readonly AssignmentStatus[] | undefined) =>
  among ? sql`${[...new Set(among)]}::assignment_status[]` : sql`enum_range(null::assignment_status)`

/** Of the recommendations that a search or another filter finds, in one pass. */
function countedAmongFound(scope: Scope, among?: readonly AssignmentStatus[]) {
  const owed = [...owedOf(scope), ...dueOf(scope, owedFalling)]
  return sql`
    with ${foundIn(scope)},
    counted as (
      select a.status, count(*) as n from found join assignments a on a.recommendation_id = found.id
      where ${allOf(owed)}
      group by a.status)
    select s.status, coalesce(counted.n, 0)::int as n
    from unnest(${statusesOf(among)}) s(status) left join counted using (status)`
}

/** Of all: status by status, so that an index is read and never the table, less those of what is archived. */
function countedWhole(scope: Scope, among?: readonly AssignmentStatus[]) {
  const owed = [...owedOf(scope), ...dueOf(scope, owedFalling)]
  const counted = (from: string, where: string) =>
    sql`(select count(*) from ${raw(from)} where a.status = s.status and ${raw(where)} and ${allOf(owed)})`
  const joined = 'assignments a join recommendations r on r.id = a.recommendation_id'
  const hidden = counted(joined, `r.document_id in ${archivedDocuments}`)
  const all = scope.filters.archived ? empty : sql`${counted('assignments a', 'true')} - `
  return sql`select s.status, (${all}${hidden})::int as n from unnest(${statusesOf(among)}) s(status)`
}
