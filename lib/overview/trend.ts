import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { beforeAll, type EventPlace, lastEventPlace } from '@/lib/history/event-place'
import { dayOf } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { readNamed } from '@/lib/platform/db'
import { ok } from '@/lib/platform/result'
import { type PastDay, pastDayOf, shownDay, shownMoment, shownPast } from '@/lib/platform/shown-day'
import { countsOf } from '@/lib/register/counts'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { firstEventAt } from '@/lib/register/first-event'
import { scopeOf } from '@/lib/register/scope'
import { type Counted, countDays, type DayCount } from './count-days'
import { sealedDays } from './sealed-days'
import { totalsOf } from './status-totals'
import { type Period, periods, type Step, steps, trendDays } from './trend-days'

/**
 * Whose assignments to count: those of an organization (slug), by way of a group (slug), of a document (code), of a theme,
 * for which a reporting cycle (ID) asks, or of all that are named. Those of the whole register without them.
 */
export const TrendQuery = z.strictObject({
  organization: z.string().max(200).optional(),
  group: z.string().max(200).optional(),
  document: z.string().max(200).optional(),
  theme: z.string().max(200).optional(),
  cycle: z.string().max(200).optional(),
  period: z.enum(periods, 'period_unknown').optional(),
  step: z.enum(steps, 'step_unknown').optional(),
})

export type TrendInput = z.input<typeof TrendQuery>

/**
 * Assignments by status over time. The days end in the time zone `zone`. The last one is the day that is shown, today or
 * a past one, whose counts are those of the dashboard and the lists, right after the event with the number `seq`.
 */
export type Trend = EventPlace & { asOf: string; zone: string; points: DayCount[] }

/** Returns how many assignments had which status at the end of each week or month. Refuses what the actor may not see. */
export async function trendOf(actor: Actor, { period = 'year', step, ...whose }: TrendInput) {
  const read = readFilters(paramsOf(whose))
  if (!read.ok) return read
  const scope = await scopeOf(actor, read.value)
  if (!scope.ok) return scope
  const { organization, group, document, cycle, filters } = scope.value
  return ok(
    await trendFor({
      ...{ organizations: organization?.ids, group: group?.id, document: document?.id },
      ...{ theme: filters.theme, cycle: cycle?.id },
      ...{ period, step, day: shownDay() },
    }),
  )
}

type Question = Counted & { period: Period; step: Step | undefined; day: string }

const trendFor = cacheUntilNextEvent(async ({ period, step, day, ...counted }: Question): Promise<Trend> => {
  const first = await firstEventAt()
  const days = trendDays(period, step, day, first ? dayOf(first) : day)
  const part = Object.values(counted).some((one) => one !== undefined)
  return { asOf: day, zone: config.TIME_ZONE, ...(part ? await countPart(days, counted) : await countAll(days)) }
})

type Points = EventPlace & { points: DayCount[] }

/** Counts the whole register. Today's counts are those of the dashboard, which are kept up to date by events. */
async function countAll(days: string[]): Promise<Points> {
  if (shownPast()) {
    const [points, { last }] = await Promise.all([sealedDays(days.map(pastDayOf)), countsOf(shownDay())])
    return { ...last, points }
  }
  const today = days.at(-1) ?? shownDay()
  const [past, counts] = await Promise.all([sealedDays(days.slice(0, -1).map(pastDayOf)), countsOf(today)])
  const { byStatus, overdue } = totalsOf(counts.assignments)
  return { ...counts.last, points: [...past, { day: today, byStatus, overdue }] }
}

async function countPart(days: string[], counted: Counted): Promise<Points> {
  const [{ last, points }, past] = await Promise.all([
    countDays(days.map(shownEndOf), counted),
    shownPast() && readNamed<EventPlace>({ name: 'trend-last', text: lastEventPlace }),
  ])
  return { ...(past ? (past[0] ?? beforeAll) : last), points }
}

/** Returns a day with the moment whose state it shows: its end or, today, the present one. */
const shownEndOf = (day: string): PastDay => (day === shownDay() ? { day, end: shownMoment() } : pastDayOf(day))
