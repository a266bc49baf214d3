import { daysAfter } from '@/lib/platform/clock'

/** How far back a trend goes. `all`: to the first event of the register. */
export const periods = ['quarter', 'year', 'all'] as const
export type Period = (typeof periods)[number]

/** How far apart the days of a trend are. */
export const steps = ['week', 'month'] as const
export type Step = (typeof steps)[number]

/** The largest number of days in a trend: two years of weeks, or eight of months. */
const most = 105

const weeks: Record<Exclude<Period, 'all'>, number> = { quarter: 13, year: 52 }

/**
 * Returns the days of a trend, YYYY-MM-DD, the earliest first and `last` at the end. Weeks end on the weekday of `last`,
 * months on their last day. Without a step, `all` takes months where weeks would be too many. `first` is the day of the
 * first event of the register.
 */
export function trendDays(period: Period, step: Step | undefined, last: string, first: string): string[] {
  const start = period === 'all' ? first : daysAfter(last, -7 * weeks[period])
  if (step === 'month') return months(start, last)
  const weekly = backBy((day) => daysAfter(day, -7), start, last)
  return step === undefined && weekly.length === most ? months(start, last) : weekly
}

const months = (start: string, last: string) => backBy(endOfMonthBefore, start, last)

function backBy(before: (day: string) => string, start: string, last: string): string[] {
  const days = [last]
  for (let day = before(last); day >= start && days.length < most; day = before(day)) days.unshift(day)
  return days
}

const endOfMonthBefore = (day: string) => daysAfter(`${day.slice(0, 7)}-01`, -1)
