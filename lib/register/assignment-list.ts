import 'server-only'
import { type UnansweredCycle, unansweredCyclesJson } from '@/lib/cycles/cycle-rules-sql'
import { type Assignment, assignmentJoins, assignmentJsonOfPage } from '@/lib/domain/answer-shapes'
import { pendingStatuses } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { cursorOf, readCursor } from '@/lib/platform/cursor'
import { read, readNamed } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, type Composed, empty, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import {
  assignmentConditions,
  assignmentDue,
  assignmentsIn,
  dueOf,
  foundIn,
  hasRecommendationConditions,
  withinDue,
} from './conditions'
import { type WaitingDate, waitingDateJson } from './date-changes'
import { idsInParts } from './ids-in-parts'
import { assignmentOrders, comesAfter, type Order, orderBy, placeOf, toDoOrder } from './order'
import { readCounts } from './read-counts'
import type { Scope } from './scope'

export type AssignmentRow = {
  recommendation: { key: string; code: string; documentTitle: string; title: string }
  assignment: Assignment
  /** The due date that waits for a decision. */
  requested?: WaitingDate
  /** The open reporting cycles that ask for it and that it has not answered. */
  cycles?: UnansweredCycle[]
}

type Page = { ids: string[]; next: string | null }

/**
 * Returns the IDs of all assignments that match the filters, by due date unless the filters name another order, as they
 * are when the first IDs are read.
 */
export function allAssignmentIdsOf(scope: Scope, size: number): AsyncGenerator<string[]> {
  const sort = scope.filters.sort ?? 'due'
  return idsInParts(sql`select a.id ${listed(scope, sort, assignmentOrders[sort])}`, size)
}

/** Returns a page of assignments that match the filters, by due date unless the filters name another order. */
export function assignmentPageOf(scope: Scope): Promise<Result<Page>> {
  const sort = scope.filters.sort ?? 'due'
  return pageIn(scope, sort, assignmentOrders[sort])
}

/**
 * Returns a page of assignments as the screen shows it. Unless the filters name another order, those that still need
 * work come first. If members of groups are folded, returns only assignments that came by no group.
 */
export function shownAssignmentsOf(scope: Scope): Promise<Result<Page>> {
  const direct = isFolded(scope) ? [sql`a.via_group_id is null`] : []
  const { sort, due } = scope.filters
  // All assignments with a due date filter still need work.
  return sort || due
    ? pageIn(scope, sort ?? 'due', assignmentOrders[sort ?? 'due'], direct)
    : pageIn(scope, 'to do', toDoOrder, direct)
}

/**
 * Returns whether the members of each group are shown as one row. Not in a list for one organization, group or owner.
 */
export const isFolded = ({ group, organization, owner }: Scope) => !group && !organization && !owner?.id

async function pageIn(scope: Scope, name: string, order: Order, more: Composed[] = []): Promise<Result<Page>> {
  const { after, limit } = scope.filters
  const from = after === undefined ? undefined : readCursor(name, order.values, after)
  if (from && !from.ok) return from

  const page = sql`
    select a.id, ${placeOf(order)} as place
    ${listed(scope, name, order, [...more, ...(from ? [comesAfter(order, from.value)] : [])])}
    limit ${limit + 1}`
  const rows = await read<{ id: string; place: unknown[] }>('assignment-page', page)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    ids: shown.map(({ id }) => id),
    next: last && rows.length > limit ? cursorOf(name, last.place) : null,
  })
}

/** SQL: the assignments that match the filters, in an order. */
function listed(scope: Scope, name: string, order: Order, more: Composed[] = []) {
  const within = name === 'due' ? withinDue(scope, order.columns) : []
  return sql`
    from assignments a join recommendations r on r.id = a.recommendation_id ${order.joins ?? empty}
    where ${allOf([...assignmentsIn(scope), ...more, ...within])}
    order by ${orderBy(order)}`
}

/** Returns assignments in the order of their IDs. */
export async function assignmentRowsOf(ids: string[]): Promise<AssignmentRow[]> {
  const rows = await readNamed<{ row: AssignmentRow }>({
    name: 'assignment-rows',
    text: assignmentRowsSql,
    values: [ids],
  })
  return rows.map(({ row }) => row)
}

/** SQL: the assignments with the IDs $1, in their order. */
const assignmentRowsSql = `
  select json_strip_nulls(json_build_object(
    'recommendation', json_build_object('key', r.key, 'code', d.code, 'documentTitle', d.title,
      'title', r.title),
    'assignment', ${assignmentJsonOfPage},
    'requested', ${waitingDateJson},
    'cycles', ${unansweredCyclesJson})) as row
  from unnest($1::uuid[]) with ordinality as page(id, place)
  join assignments a on a.id = page.id ${assignmentJoins}
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  order by page.place`

export type AssignmentFacets = { total: number; assignment: Partial<Record<AssignmentStatus, number>> }

/** Returns the number of assignments, and the number for each status with the other filters unchanged. */
export const assignmentFacetsOf = (scope: Scope): Promise<AssignmentFacets> => facetsOfWhole(wholeOf(scope))

/** Returns the number of assignments in the scope, on all its pages. */
export const assignmentTotalOf = (scope: Scope): Promise<number> => totalOfWhole(wholeOf(scope))

/** Returns the scope without page and order, so that it is equal for every page of a list in every order. */
const wholeOf = (scope: Scope): Scope => ({
  ...scope,
  filters: { ...scope.filters, after: undefined, sort: undefined, limit: 0 },
})

const facetsOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<AssignmentFacets> => {
  const wanted = scope.filters.assignment
  const [byStatus, total] = await Promise.all([
    countByStatus({ ...scope, filters: { ...scope.filters, assignment: [] } }),
    wanted.includes('pending') ? totalOfWhole(scope) : undefined,
  ])
  const shown = byStatus.filter(({ status }) => wanted.length === 0 || wanted.includes(status))
  return {
    total: total ?? sum(shown),
    assignment: Object.fromEntries(byStatus.map(({ status, n }) => [status, n])),
  }
})

const totalOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<number> => {
  const { assignment, due } = scope.filters
  const wanted = assignment.flatMap((one) => (one === 'pending' ? pendingStatuses : [one]))
  // All assignments with a due date filter still need work.
  const among = wanted.length > 0 ? wanted : due ? pendingStatuses : undefined
  return sum(await countByStatus(scope, among))
})

type Counted = { status: AssignmentStatus; n: number }

const sum = (counts: Counted[]) => counts.reduce((total, { n }) => total + n, 0)

async function countByStatus(scope: Scope, among?: readonly AssignmentStatus[]): Promise<Counted[]> {
  if (scope.filters.archived && !scope.keepsTheRecord) return []
  return readCounts<Counted>(
    'assignment-statuses',
    scope,
    hasRecommendationConditions(scope) ? countedAmongFound(scope, among) : countedWhole(scope, among),
  )
}

/** SQL: these statuses, or all of them. */
const statusesOf = (among: readonly AssignmentStatus[] | undefined) =>
  among ? sql`${[...new Set(among)]}::assignment_status[]` : sql`enum_range(null::assignment_status)`

/** SQL: counts the assignments of the recommendations that a search or another filter finds, in one pass. */
function countedAmongFound(scope: Scope, among?: readonly AssignmentStatus[]) {
  const conditions = [...assignmentConditions(scope), ...dueOf(scope, assignmentDue)]
  return sql`
    with ${foundIn(scope)},
    counted as (
      select a.status, count(*) as n from found join assignments a on a.recommendation_id = found.id
      where ${allOf(conditions)}
      group by a.status)
    select s.status, coalesce(counted.n, 0)::int as n
    from unnest(${statusesOf(among)}) s(status) left join counted using (status)`
}

/**
 * SQL: counts all assignments, one status after another, so that only an index is read, and subtracts those of archived
 * documents.
 */
function countedWhole(scope: Scope, among?: readonly AssignmentStatus[]) {
  const conditions = [...assignmentConditions(scope), ...dueOf(scope, assignmentDue)]
  const counted = (from: string, where: string) =>
    sql`(select count(*) from ${raw(from)} where a.status = s.status and ${raw(where)} and ${allOf(conditions)})`
  const joined = 'assignments a join recommendations r on r.id = a.recommendation_id'
  const hidden = counted(joined, `r.document_id in ${archivedDocuments}`)
  const all = scope.filters.archived ? empty : sql`${counted('assignments a', 'true')} - `
  return sql`select s.status, (${all}${hidden})::int as n from unnest(${statusesOf(among)}) s(status)`
}
