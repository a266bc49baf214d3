import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import {
  addresseeJoins,
  addresseeJson,
  assignmentJoins,
  assignmentJsonFor,
  fieldsWith,
  recommendationJoins,
} from '@/lib/domain/answer-shapes'
import { citationWords, citing } from '@/lib/domain/citation'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { type Knowing, knowing, knows } from '@/lib/people/policy'
import { cursorOf, readCursor } from '@/lib/platform/cursor'
import { pool, read, readPrepared } from '@/lib/platform/db'
import { currentLanguage } from '@/lib/platform/languages'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, type Composed, empty, raw, sql } from '@/lib/platform/sql'
import { filtersOf } from './active-filters'
import {
  askedOf,
  dueOf,
  falling,
  heldBy,
  owedOf,
  owing,
  recommendationsIn,
  saidOfAll,
  visible,
  withinDue,
} from './conditions'
import { countsOf } from './counts'
import { idsInParts } from './csv-rows'
import { type Filters, sortOf } from './filters'
import { beyond, byTheirDates, orderBy, recommendationOrders, standing, theirDates } from './order'
import { readCounts } from './read-counts'
import { type Scope, scopeOf } from './scope'

/** One page of a list as text, as the API hands it on: `{ items, next, total }`. */
export async function listAsJson(actor: Actor, filters: Filters): Promise<Result<string>> {
  const scope = await scopeOf(actor, filters)
  if (!scope.ok) return scope

  return textOf({ scope: scope.value, knows: knowing(actor), language: currentLanguage() })
}

/** Within the text there are words of a language. */
type AskedFor = { scope: Scope; knows: Knowing; language: string }

const longestKept = 200_000

/** Kept until the next change, since most who ask for a list ask for its first page. */
const textOf = cacheUntilNextEvent(
  async ({ scope, knows }: AskedFor): Promise<Result<string>> => {
    const [page, total] = await Promise.all([pageOf(scope), totalOf(scope)])
    if (!page.ok) return page
    const { ids, next } = page.value
    return ok(`{"items":${await itemsAsJson(ids, knows)},"next":${JSON.stringify(next)},"total":${total}}`)
  },
  { most: 100, keeps: (answer) => answer.ok && answer.value.length <= longestKept },
)

export type Page = { ids: string[]; next: string | null }

/** Which recommendations stand on the page that the filters ask, and where to go on. */
export async function pageOf(scope: Scope): Promise<Result<Page>> {
  const { after, limit } = scope.filters
  const sort = sortOf(scope.filters)
  const order = orderOf(scope)
  const from = after === undefined ? undefined : readCursor(sort, order.values, after)
  if (from && !from.ok) return from

  const page = sql`
    select r.id, ${standing(order)} as standing
    ${listed(scope, from ? [beyond(order, from.value)] : [])}
    limit ${limit + 1}`
  const rows = isWhole(scope) ? await readPrepared<Row>('list-whole', page) : await read<Row>('list-page', page)

  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return ok({
    ids: shown.map(({ id }) => id),
    next: last && rows.length > limit ? cursorOf(sort, last.standing) : null,
  })
}

type Row = { id: string; standing: unknown[] }

/** The ids of all recommendations that the filters let through, in their order, as they stand when the first are asked for. */
export function allIdsOf(scope: Scope, size: number): AsyncGenerator<string[]> {
  return idsInParts(sql`select r.id ${listed(scope)}`, size)
}

/**
 * By due date: where the list is of one organization's or one owner's, by the date that it shows of theirs. Those of a
 * group, or those that nobody owns, are too many to look at all of them for one page.
 */
function orderOf(scope: Scope) {
  const sort = sortOf(scope.filters)
  return sort === 'due' && (scope.organization || scope.owner?.id) ? byTheirDates : recommendationOrders[sort]
}

/** SQL: the recommendations that the filters let through, in the order that they ask. */
function listed(scope: Scope, more: Composed[] = []) {
  const order = orderOf(scope)
  const within = sortOf(scope.filters) === 'due' ? withinDue(scope, order.columns) : []
  return sql`
    from recommendations r ${order === byTheirDates ? theirDates(heldBy(scope)) : empty}
    where ${allOf([...recommendationsIn(scope), ...within, ...more])}
    order by ${orderBy(order)}`
}

/**
 * Nothing is filtered: one plan is right for all, and is kept. With filters the right one depends on what they ask, a
 * common word or a rare one, so that each is planned anew.
 */
const isWhole = (scope: Scope) => filtersOf(scope).length === 0

/** How many recommendations there are in the scope, on all its pages. Counted once after each change. */
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

/** Only recommendations are asked for, by their words: those who owe them make no difference. */
const isSearch = (scope: Scope) => scope.filters.q !== undefined && owedOf(scope).length === 0

function countOfSearch(scope: Scope) {
  const where = [visible(scope), ...saidOfAll(scope), ...dueOf(scope, falling)]
  return sql`select ${count('recommendations r', 'count(*)', where)} as total`
}

/**
 * All, less the few of those that are archived, since an index alone counts all. Where only assignments are asked of, they
 * are what is counted.
 */
function countOf(scope: Scope) {
  const { said, owed } = askedOf(scope)
  const asked = [...said, ...(owed.length > 0 ? [owing(owed)] : [])]
  const hidden = count('recommendations r', 'count(*)', [raw(`r.document_id in ${archivedDocuments}`), ...asked])
  const all =
    said.length === 0 && owed.length > 0
      ? count('assignments a', 'count(distinct a.recommendation_id)', owed)
      : count('recommendations r', 'count(*)', asked)
  return sql`select ${scope.filters.archived ? hidden : sql`${all} - ${hidden}`} as total`
}

const count = (from: string, what: string, where: Composed[]) =>
  sql`(select ${raw(what)}::int from ${raw(from)} where ${allOf(where)})`

/**
 * Recommendations in the order of their ids here, whole, with all their assignments: made by the database as text. Owners'
 * e-mail addresses are given where the reader may know of them; without a reader, none.
 */
export async function itemsAsJson(ids: string[], knows: Knowing = [false, null, []]): Promise<string> {
  const values = [ids, ...knows, citationWords()]
  const { rows } = await pool.query<{ items: string | null }>({ name: 'list-items', text: listItemsSql, values })
  return rows[0]?.items ?? '[]'
}

/** SQL: the recommendations $1 in that order, as JSON; $2 to $4: whom the reader knows of; $5: the words of a citation. */
const listItemsSql = `
  with page as materialized (select id, place from unnest($1::uuid[]) with ordinality as given(id, place)),
  owed as (
    select a.recommendation_id, json_agg(${assignmentJsonFor(knows('u', '$2', '$3::uuid', '$4::uuid[]'))} order by o.name, a.id) as assignments
    from page join assignments a on a.recommendation_id = page.id ${assignmentJoins}
    group by a.recommendation_id),
  spoken as (
    select ad.recommendation_id, json_agg(${addresseeJson} order by ad.position) as addressees
    from page join addressees ad on ad.recommendation_id = page.id ${addresseeJoins}
    group by ad.recommendation_id)
  select json_agg(json_strip_nulls(json_build_object(${fieldsWith(`coalesce(spoken.addressees, '[]')`)},
    'assignments', coalesce(owed.assignments, '[]'))) order by page.place)::text as items
  from page
  join recommendations r on r.id = page.id ${recommendationJoins} ${citing('$5')}
  left join owed on owed.recommendation_id = r.id
  left join spoken on spoken.recommendation_id = r.id`
