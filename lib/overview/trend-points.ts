import { daysBetween } from '@/lib/platform/clock'
import { dateInWords, monthInWords } from '@/lib/platform/i18n'
import type { AssignmentStatus } from '@/prisma/generated/enums'
import type { DayCount } from './count-days'

/** The statuses of a chart. The furthest progress is at the bottom, where areas are compared most easily. */
export const trendStatuses: AssignmentStatus[] = [
  'verified',
  'implemented',
  'partially_implemented',
  'in_progress',
  'not_started',
  'closed',
]

/** Returns the number of assignments on a day. */
export const totalOfDay = ({ byStatus }: Pick<DayCount, 'byStatus'>) =>
  Object.values(byStatus).reduce((sum, n) => sum + n, 0)

/** Returns what the sentence about a day says. */
export function stateOf({ day, byStatus, overdue }: DayCount) {
  const { implemented = 0, verified = 0 } = byStatus
  return { day: dateInWords(day), count: totalOfDay({ byStatus }), done: implemented + verified, overdue }
}

/**
 * Returns up to two days whose months to name below a plot, far enough apart on a phone, and the last one, with their
 * distances from the first day.
 */
export function trendMarks(days: readonly string[]) {
  const [first, last] = [days.at(0) ?? '', days.at(-1) ?? '']
  const all = daysBetween(first, last)
  const inside = [...new Set([0, 0.4].map((share) => days[Math.round(share * (days.length - 1))] ?? first))]
  const apart = inside.filter(
    (day, place) =>
      monthInWords(day) !== monthInWords(inside[place + 1] ?? last) && daysBetween(first, day) < 0.5 * all,
  )
  return [...apart, last].map((day) => ({ day, at: daysBetween(first, day), isLast: day === last }))
}

/** Returns the counts from the last day before the first assignment. */
export function sinceFirstAssignment(points: DayCount[]): DayCount[] {
  const begun = points.findIndex((point) => totalOfDay(point) > 0)
  return begun < 0 ? [] : points.slice(Math.max(begun - 1, 0))
}
