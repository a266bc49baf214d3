import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { dayOf } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { ok } from '@/lib/platform/result'
import { type PastDay, pastDayOf, shownDay, shownMoment, shownPast } from '@/lib/platform/shown-day'
import { countsOf } from '@/lib/register/counts'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { firstEventAt } from '@/lib/register/first-event'
import { scopeOf } from '@/lib/register/scope'
import { type Counted, countDays, type DayCount } from './count-days'
import { sealedDays } from './sealed-days'
import { totalsOf } from './status-totals'
import { type Period, type Step, trendDays } from './trend-days'

/** Whose assignments to count: those of an organization (slug), of a document (code), or of both. All without them. */
export type TrendInput = {
  organization?: string | undefined
  document?: string | undefined
  period?: Period | undefined
  step?: Step | undefined
}

/**
 * Assignments by status over time. The days end in the time zone `zone`. The last one is the day that is shown, today or
 * a past one, whose counts are those of the dashboard and the lists.
 */
export type Trend = { asOf: string; zone: string; points: DayCount[] }

/** Returns how many assignments had which status at the end of each week or month. Refuses what the actor may not see. */
export async function trendOf(actor: Actor, { organization, document, period = 'year', step }: TrendInput) {
  const filters = readFilters(paramsOf({ organization, document }))
  if (!filters.ok) return filters
  const scope = await scopeOf(actor, filters.value)
  if (!scope.ok) return scope
  const { organization: named, document: source } = scope.value
  return ok(await trendFor({ organizations: named?.ids, document: source?.id, period, step, day: shownDay() }))
}

type Question = Counted & { period: Period; step: Step | undefined; day: string }

const trendFor = cacheUntilNextEvent(async ({ period, step, day, ...counted }: Question): Promise<Trend> => {
  const first = await firstEventAt()
  const days = trendDays(period, step, day, first ? dayOf(first) : day)
  const points = counted.organizations || counted.document ? await countPart(days, counted) : await countAll(days)
  return { asOf: day, zone: config.TIME_ZONE, points }
})

/** Counts the whole register. Today's counts are those of the dashboard, which are kept up to date by events. */
async function countAll(days: string[]): Promise<DayCount[]> {
  if (shownPast()) return sealedDays(days.map(pastDayOf))
  const today = days.at(-1) ?? shownDay()
  const [past, counts] = await Promise.all([sealedDays(days.slice(0, -1).map(pastDayOf)), countsOf(today)])
  const { byStatus, overdue } = totalsOf(counts.assignments)
  return [...past, { day: today, byStatus, overdue }]
}

const countPart = (days: string[], counted: Counted) => countDays(days.map(shownEndOf), counted)

/** Returns a day with the moment whose state it shows: its end or, today, the present one. */
const shownEndOf = (day: string): PastDay => (day === shownDay() ? { day, end: shownMoment() } : pastDayOf(day))
