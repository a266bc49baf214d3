import 'server-only'
import { isUndone, pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readNamed } from '@/lib/platform/db'
import { allOf, sql } from '@/lib/platform/sql'
import type { Kind, RecommendationStatus } from '@/prisma/generated/enums'
import { filtersOf } from './active-filters'
import {
  assignmentConditions,
  assignmentDue,
  countingConditions,
  live,
  recommendationConditions,
  recommendationDue,
  visible,
} from './conditions'
import { countsOf } from './counts'
import type { dues } from './filters'
import { readCounts } from './read-counts'
import type { Scope } from './scope'

type Due = (typeof dues)[number]

/** The number of recommendations, and the number for each value of a filter with the other filters unchanged. */
export type Facets = {
  total: number
  status: Partial<Record<RecommendationStatus, number>>
  kind: Partial<Record<Kind, number>>
  due: Record<Due, number>
}

type Counted = { status: RecommendationStatus; kind: Kind; n: number } & Record<Due, number>

/** Returns the facets of a whole list, which are the same for each of its pages in every order. */
export const facetsOf = (scope: Scope) =>
  facetsOfWhole({ ...scope, filters: { ...scope.filters, after: undefined, sort: undefined } })

/** Counts by status and kind what the other filters match, once, and adds up the counts. */
const facetsOfWhole = cacheUntilNextEvent(async (scope: Scope): Promise<Facets> => {
  if (filtersOf(scope).length === 0) return facetsOfAll(scope)

  const { status, kind, due } = scope.filters
  const rows = await counted(scope)
  const many = (row: Counted) => row[due ?? 'n']
  const ofKind = rows.filter((row) => !kind || row.kind === kind)
  const ofStatus = rows.filter((row) => status.length === 0 || status.includes(row.status))
  const ofBoth = ofKind.filter((row) => ofStatus.includes(row))
  return {
    total: sum(ofBoth, many),
    status: sumBy(ofKind, 'status', many),
    kind: sumBy(ofStatus, 'kind', many),
    due: datesOf(ofBoth),
  }
})

/** Returns the facets without filters. The number of recommendations that are due soon comes from its own index. */
async function facetsOfAll(scope: Scope): Promise<Facets> {
  const [rows, soon] = await Promise.all([
    countedWhole(scope, []),
    readNamed<{ n: number }>({ name: 'facets-soon', text: soonOfAllSql, values: [scope.today, scope.soon] }),
  ])
  const many = (row: Counted) => row.n
  return {
    total: sum(rows, many),
    status: sumBy(rows, 'status', many),
    kind: sumBy(rows, 'kind', many),
    due: { ...datesOf(rows), soon: soon[0]?.n ?? 0 },
  }
}

const datesOf = (rows: Counted[]): Record<Due, number> => ({
  overdue: sum(rows, (row) => row.overdue),
  soon: sum(rows, (row) => row.soon),
  none: sum(rows, (row) => row.none),
})

const sum = (rows: Counted[], many: (row: Counted) => number) => rows.reduce((total, row) => total + many(row), 0)

function sumBy<K extends 'status' | 'kind'>(rows: Counted[], column: K, many: (row: Counted) => number) {
  const counts: Partial<Record<Counted[K], number>> = {}
  for (const row of rows) counts[row[column]] = (counts[row[column]] ?? 0) + many(row)
  return counts
}

async function counted(scope: Scope): Promise<Counted[]> {
  const { kind: _kind, due: _due, ...others } = scope.filters
  const open: Scope = { ...scope, filters: { ...others, status: [] } }
  if (filtersOf(open).length > 0) {
    return readCounts<Counted>('facets', open, narrowed(open))
  }
  const soon = await readNamed<Soon>({
    name: 'facets-soon-each',
    text: soonOfEachSql,
    values: [scope.today, scope.soon],
  })
  return countedWhole(scope, soon)
}

type Soon = Pick<Counted, 'status' | 'kind' | 'n'>

/** Returns the counts of everything, from the counts that are kept. */
async function countedWhole(scope: Scope, soon: Soon[]): Promise<Counted[]> {
  const { recommendations } = await countsOf(scope.today)
  return recommendations.map(({ status, kind, n, late, undated }) => ({
    status,
    kind,
    n,
    overdue: status === 'closed' ? 0 : late,
    soon: soon.find((row) => row.status === status && row.kind === kind)?.n ?? 0,
    none: isUndone(status) ? undated : 0,
  }))
}

/** SQL: counts what filters match, by the dates of the matching assignments, or else of the recommendation. */
function narrowed(scope: Scope) {
  const ofAssignment = assignmentConditions(scope)
  if (ofAssignment.length === 0) {
    const conditions = allOf([visible(scope), ...countingConditions(scope)])
    return sql`
      select r.status, r.kind, count(*)::int as n,
        count(*) filter (where ${recommendationDue.overdue(scope)})::int as overdue,
        count(*) filter (where ${recommendationDue.soon(scope)})::int as soon,
        count(*) filter (where ${recommendationDue.none(scope)})::int as none
      from recommendations r where ${conditions}
      group by r.status, r.kind`
  }
  const conditions = allOf([visible(scope), ...recommendationConditions(scope)])
  return sql`
    with responsible as (
      select a.recommendation_id as id,
        bool_or(${assignmentDue.overdue(scope)}) as overdue,
        bool_or(${assignmentDue.soon(scope)}) as soon,
        bool_or(${assignmentDue.none(scope)}) as none
      from assignments a where ${allOf(ofAssignment)} group by a.recommendation_id)
    select r.status, r.kind, count(*)::int as n, count(*) filter (where overdue)::int as overdue,
      count(*) filter (where soon)::int as soon, count(*) filter (where none)::int as none
    from responsible join recommendations r on r.id = responsible.id where ${conditions}
    group by r.status, r.kind`
}

/** SQL: the recommendations that have assignments due from the day $1 to the day $2. */
const soon = `
  select a.recommendation_id from assignments a
  where ${pending} and a.due_on between $1::date and $2::date and ${live}`

/** SQL: the number of recommendations that have something due from $1 to $2. */
const soonOfAllSql = `
  select (select count(distinct recommendation_id) from (${soon}) x)::int - (
    select count(*) from recommendations where document_id in ${archivedDocuments} and id in (${soon}))::int as n`

/** SQL: the number of recommendations of each status and kind that have something due from $1 to $2. */
const soonOfEachSql = `
  select status, kind, count(*)::int as n from recommendations
  where document_id not in ${archivedDocuments} and id in (${soon}) group by status, kind`
