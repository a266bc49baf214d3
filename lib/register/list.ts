import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { type Knowing, knowing } from '@/lib/people/policy'
import { cursorOf, readCursor } from '@/lib/platform/cursor'
import { read, readPrepared } from '@/lib/platform/db'
import { currentLanguage } from '@/lib/platform/languages'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, type Composed, empty, raw, sql } from '@/lib/platform/sql'
import { filtersOf } from './active-filters'
import {
  assignmentConditions,
  conditionsOf,
  countingConditions,
  dueOf,
  hasAssignment,
  partyConditions,
  recommendationDue,
  recommendationsIn,
  visible,
  withinDue,
} from './conditions'
import { countsOf } from './counts'
import { type Filters, sortOf } from './filters'
import { idsInParts } from './ids-in-parts'
import { fitting, itemsAsJson } from './list-items'
import { byTheirDates, comesAfter, type Order, orderBy, placeOf, recommendationOrders, theirDates } from './order'
import { readCounts } from './read-counts'
import { type Scope, scopeOf } from './scope'

/** Returns a page of a list as JSON text for the API: `{ items, next, total }`. */
export async function listAsJson(actor: Actor, filters: Filters): Promise<Result<string>> {
  const scope = await scopeOf(actor, filters)
  if (!scope.ok) return scope

  return textOf({ scope: scope.value, knows: knowing(actor), language: currentLanguage() })
}

/** The text contains words of a language, so the language is part of the request. */
type AskedFor = { scope: Scope; knows: Knowing; language: string }

const longestKept = 200_000

/** Returns the text of a page. Kept until the next change, because most requests are for the first page. */
const textOf = cacheUntilNextEvent(
  async ({ scope, knows }: AskedFor): Promise<Result<string>> => {
    const [page, total] = await Promise.all([pageOf(scope, fitting), totalOf(scope)])
    if (!page.ok) return page
    const { ids, next } = page.value
    return ok(`{"items":${await itemsAsJson(ids, knows)},"next":${JSON.stringify(next)},"total":${total}}`)
  },
  { most: 100, keeps: (answer) => answer.ok && answer.value.length <= longestKept },
)

export type Page = { ids: string[]; next: string | null }

/**
 * Returns the IDs of the recommendations on a page, with the cursor of the next page. `fits` returns how many of them the
 * page has room for.
 */
export async function pageOf(
  scope: Scope,
  fits: (ids: string[]) => number | Promise<number> = (ids) => ids.length,
): Promise<Result<Page>> {
  const { after, limit } = scope.filters
  const sort = sortOf(scope.filters)
  const order = orderOf(scope)
  const from = after === undefined ? undefined : readCursor(sort, order.values, after)
  if (from && !from.ok) return from

  const page = sql`
    select r.id, ${placeOf(order)} as place
    ${listed(scope, from ? [comesAfter(order, from.value)] : [])}
    limit ${limit + 1}`
  const rows = isWhole(scope) ? await readPrepared<Row>('list-whole', page) : await read<Row>('list-page', page)

  const ids = rows.slice(0, limit).map(({ id }) => id)
  const count = await fits(ids)
  const last = rows[count - 1]
  return ok({
    ids: ids.slice(0, count),
    next: last && rows.length > count ? cursorOf(sort, last.place) : null,
  })
}

type Row = { id: string; place: unknown[] }

/**
 * Returns the IDs of all recommendations that match the filters, in their order, as they are when the first IDs are
 * read.
 */
export function allIdsOf(scope: Scope, size: number): AsyncGenerator<string[]> {
  return idsInParts(sql`select r.id ${listed(scope)}`, size)
}

/**
 * Returns the order of the list. By due date, a list for an organization, a group or an owner uses the dates of their
 * assignments, which it also shows.
 */
function orderOf(scope: Scope) {
  const sort = sortOf(scope.filters)
  return sort === 'due' && partyConditions(scope).length > 0 ? byTheirDates : recommendationOrders[sort]
}

/** SQL: the joins for the order. If only overdue or soon due dates count, no others are read. */
const joinsOf = (scope: Scope, order: Order) =>
  order === byTheirDates
    ? theirDates([...partyConditions(scope), ...withinDue(scope, ['a.due_on'])])
    : (order.joins ?? empty)

/** SQL: the recommendations that match the filters, in their order. */
function listed(scope: Scope, more: Composed[] = []) {
  const order = orderOf(scope)
  const within = sortOf(scope.filters) === 'due' ? withinDue(scope, order.columns) : []
  return sql`
    from recommendations r ${joinsOf(scope, order)}
    where ${allOf([...recommendationsIn(scope), ...within, ...more])}
    order by ${orderBy(order)}`
}

/**
 * Returns whether no filter is set. One plan is then right for all values, and is kept. With filters, the best plan
 * depends on the values, such as a common or a rare word, so that each query is planned again.
 */
const isWhole = (scope: Scope) => filtersOf(scope).length === 0

/** Returns the number of recommendations in the scope, on all its pages. Counted once after each change. */
export const totalOf = (scope: Scope): Promise<number> => {
  const { after: _after, limit: _limit, sort: _sort, ...filters } = scope.filters
  return totalOfWhole({ ...scope, filters: { ...filters, limit: 0 } })
}

const totalOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<number> => {
  if (isWhole(scope)) return (await countsOf(scope.today)).recommendations.reduce((total, { n }) => total + n, 0)

  const { archived: only } = scope.filters
  if (only && !scope.keepsTheRecord) return 0

  const total = isSearch(scope) ? countOfSearch(scope) : countOf(scope)
  const [row] = await readCounts<{ total: number }>('list-total', scope, total)
  return row?.total ?? 0
})

/** Returns whether only the words of recommendations matter, and not their assignments. */
const isSearch = (scope: Scope) => scope.filters.q !== undefined && assignmentConditions(scope).length === 0

function countOfSearch(scope: Scope) {
  const where = [visible(scope), ...countingConditions(scope), ...dueOf(scope, recommendationDue)]
  return sql`select ${count('recommendations r', 'count(*)', where)} as total`
}

/**
 * SQL: counts all matches and subtracts the few of archived documents, so that the first count can use an index alone.
 * If only assignments have conditions, they are counted.
 */
function countOf(scope: Scope) {
  const { own, ofAssignment } = conditionsOf(scope)
  const conditions = [...own, ...(ofAssignment.length > 0 ? [hasAssignment(ofAssignment)] : [])]
  const hidden = count('recommendations r', 'count(*)', [raw(`r.document_id in ${archivedDocuments}`), ...conditions])
  const all =
    own.length === 0 && ofAssignment.length > 0
      ? count('assignments a', 'count(distinct a.recommendation_id)', ofAssignment)
      : count('recommendations r', 'count(*)', conditions)
  return sql`select ${scope.filters.archived ? hidden : sql`${all} - ${hidden}`} as total`
}

const count = (from: string, what: string, where: Composed[]) =>
  sql`(select ${raw(what)}::int from ${raw(from)} where ${allOf(where)})`
