import 'server-only'
import { pool } from '@/lib/platform/db'
import type { Kind, RecommendationStatus } from '@/prisma/generated/enums'
import { archived, falling, owedFalling, owedOf, saidOf, statement, visible } from './conditions'
import { type dues, filterNames } from './filters'
import type { Scope } from './scope'

type Due = (typeof dues)[number]

/** How many recommendations there are, and how many there would be with each value of a filter, given the others. */
export type Facets = {
  total: number
  status: Partial<Record<RecommendationStatus, number>>
  kind: Partial<Record<Kind, number>>
  due: Record<Due, number>
}

type Counted = { status: RecommendationStatus; kind: Kind; n: number } & Record<Due, number>

/** Counted once by status and kind, for all that the other filters let through: the rest is adding up. */
export async function facetsOf(scope: Scope): Promise<Facets> {
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
    due: {
      overdue: sum(ofBoth, (row) => row.overdue),
      soon: sum(ofBoth, (row) => row.soon),
      none: sum(ofBoth, (row) => row.none),
    },
  }
}

const sum = (rows: Counted[], many: (row: Counted) => number) => rows.reduce((total, row) => total + many(row), 0)

function sumBy<K extends 'status' | 'kind'>(rows: Counted[], column: K, many: (row: Counted) => number) {
  const counts: Partial<Record<Counted[K], number>> = {}
  for (const row of rows) counts[row[column]] = (counts[row[column]] ?? 0) + many(row)
  return counts
}

async function counted(scope: Scope): Promise<Counted[]> {
  const { kind: _kind, due: _due, ...others } = scope.filters
  const open: Scope = { ...scope, filters: { ...others, status: [] } }
  const whole = filterNames.every((name) => !open.filters[name]?.length)
  const query = whole ? { name: 'facets', text: all, values: [scope.today, scope.soon] } : narrowed(open)
  const { rows } = await pool.query<Counted>(query)
  return rows
}

/** Of what filters narrow: by the dates of the assignments that they speak of, or else of the recommendation. */
function narrowed(scope: Scope) {
  const { values, place } = statement()
  const owed = owedOf(scope, place)
  const said = [visible(scope), ...saidOf(scope, place)].join(' and ')
  if (owed.length === 0) {
    const text = `
      select r.status, r.kind, count(*)::int as n,
        count(*) filter (where ${falling.overdue(scope, place)})::int as overdue,
        count(*) filter (where ${falling.soon(scope, place)})::int as soon,
        count(*) filter (where ${falling.none(scope, place)})::int as none
      from recommendations r where ${said}
      group by r.status, r.kind`
    return { text, values }
  }
  const text = `
    with owing as (
      select a.recommendation_id as id,
        bool_or(${owedFalling.overdue(scope, place)}) as overdue,
        bool_or(${owedFalling.soon(scope, place)}) as soon,
        bool_or(${owedFalling.none(scope, place)}) as none
      from assignments a where ${owed.join(' and ')} group by a.recommendation_id)
    select r.status, r.kind, count(*)::int as n, count(*) filter (where overdue)::int as overdue,
      count(*) filter (where soon)::int as soon, count(*) filter (where none)::int as none
    from owing join recommendations r on r.id = owing.id where ${said}
    group by r.status, r.kind`
  return { text, values }
}

/** Of all: each stretch of the index by itself, less what is archived. */
const all = `
  with counted as (
    select s.status, k.kind, t.stretch, t.n
    from unnest(enum_range(null::recommendation_status)) s(status)
    cross join unnest(enum_range(null::kind)) k(kind)
    cross join lateral (
      select 'overdue' as stretch, count(*) as n from recommendations
      where status = s.status and kind = k.kind and next_due_on < $1::date
      union all
      select 'soon', count(*) from recommendations
      where status = s.status and kind = k.kind and next_due_on between $1::date and $2::date
      union all
      select 'later', count(*) from recommendations
      where status = s.status and kind = k.kind and next_due_on > $2::date
      union all
      select 'none', count(*) from recommendations
      where status = s.status and kind = k.kind and next_due_on is null) t
    union all
    select status, kind, case when next_due_on < $1::date then 'overdue' when next_due_on <= $2::date then 'soon'
             when next_due_on > $2::date then 'later' else 'none' end, -count(*)
    from recommendations where document_id in ${archived} group by 1, 2, 3)
  select status, kind, sum(n)::int as n,
    coalesce(sum(n) filter (where stretch = 'overdue' and status <> 'closed'), 0)::int as overdue,
    coalesce(sum(n) filter (where stretch = 'soon' and status <> 'closed'), 0)::int as soon,
    coalesce(sum(n) filter (where stretch = 'none' and status in ('unassigned', 'not_started', 'in_progress')), 0)::int as none
  from counted group by status, kind having sum(n) > 0`
