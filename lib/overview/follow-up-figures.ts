import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { pending } from '@/lib/domain/statuses'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { read } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, raw, sql } from '@/lib/platform/sql'
import { assignmentsIn, live } from '@/lib/register/conditions'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { type Scope, scopeOf } from '@/lib/register/scope'
import { type Age, ages, answeredInTime, implementedInTime, quarterOf } from '@/lib/register/timing'
import { delays, listTotals, type Whose } from './list-totals'

/**
 * The assignments of a quarter (2027-Q1): how many there are, how many were answered within 30 days and implemented by
 * their due date, and how many still need work.
 */
export type Quarter = { quarter: string; assigned: number; answered: number; met: number; pending: number }

/** An organization and the number of its assignments that it has not answered. */
export type Unanswered = Party & { total: number }

export type FollowUpFigures = {
  ages: { name: Age; total: number }[]
  /** The number of assignments that were reported as implemented without evidence. */
  unproven: number
  /** Those with the most unanswered assignments. `more`: how many other organizations have some. */
  unanswered: { items: Unanswered[]; more: number }
  /** The latest quarters in which something was assigned, the latest first. */
  quarters: Quarter[]
}

const mostQuarters = 8
const mostOrganizations = 5

/** Returns how long assignments have waited, for whom, and how quickly they were done. Refuses what the actor may not see. */
export async function followUpFigures(actor: Actor, whose: Whose): Promise<Result<FollowUpFigures>> {
  const lists = [...ages.map((age) => [age, { age }] as const), ['unproven', { evidence: 'none' }] as const]
  const totals = await listTotals<Age | 'unproven'>(actor, whose, lists)
  if (!totals.ok) return totals
  const [all, open] = [await scopeFor(actor, whose), await scopeFor(actor, { ...whose, ...delays.unanswered })]
  if (!all.ok) return all
  if (!open.ok) return open
  const [unanswered, quarters] = await Promise.all([unansweredIn(open.value), quartersIn(all.value)])
  const totalOf = (name: Age | 'unproven') => totals.value.find((one) => one.name === name)?.total ?? 0
  return ok({
    ages: ages.map((name) => ({ name, total: totalOf(name) })),
    unproven: totalOf('unproven'),
    unanswered: {
      items: unanswered.slice(0, mostOrganizations),
      more: Math.max(unanswered.length - mostOrganizations, 0),
    },
    quarters,
  })
}

async function scopeFor(actor: Actor, wanted: Parameters<typeof paramsOf>[0]): Promise<Result<Scope>> {
  const filters = readFilters(paramsOf(wanted))
  return filters.ok ? scopeOf(actor, filters.value) : filters
}

/** Returns all organizations that have assignments in the scope, those with most of them first. */
const unansweredIn = cacheUntilNextEvent((scope: Scope) =>
  read<Unanswered>(
    'unanswered-organizations',
    sql`
    select o.slug, o.name, count(*)::int as total
    from assignments a
    join recommendations r on r.id = a.recommendation_id
    join organizations b on b.id = a.organization_id
    join organizations o on o.id = coalesce(b.merged_into_id, b.id)
    where ${allOf(assignmentsIn(scope))}
    group by o.id, o.slug, o.name order by total desc, o.name, o.id`,
  ),
)

const quartersIn = cacheUntilNextEvent((scope: Scope) =>
  read<Quarter>(
    'assigned-quarters',
    sql`
    select x.quarter, count(*)::int as assigned, (count(*) filter (where x.answered))::int as answered,
      (count(*) filter (where x.met))::int as met, (count(*) filter (where x.pending))::int as pending
    from (
      select ${quarterOf()} as quarter, ${answeredInTime()} as answered, ${implementedInTime()} as met,
        ${raw(`${pending} and ${live}`)} as pending
      from assignments a join recommendations r on r.id = a.recommendation_id
      where ${allOf(assignmentsIn(scope))}) x
    group by x.quarter order by x.quarter desc limit ${mostQuarters}`,
  ),
)
