import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { dateInWords } from '@/lib/platform/i18n'
import { invalidField, ok, type Result } from '@/lib/platform/result'
import { type PastDay, pastDayOf } from '@/lib/platform/shown-day'

/** The parameter that names the day whose state is shown. */
export const dayParam = 'as-of'

/** Nothing was in a register before, and databases know no year 0. */
const earliest = '1900-01-01'

/** A day, YYYY-MM-DD, on which there can have been a register. */
export const Day = z.iso.date('day_unreadable').refine((day) => day >= earliest, 'day_unreadable')

/**
 * Returns the past day that an address asks for, or undefined for the present: without a day, or with today's. A day to
 * come, or one that cannot be read, is refused.
 */
export function readDay(params: URLSearchParams): Result<PastDay | undefined> {
  const asked = params.getAll(dayParam).at(-1)?.trim() ?? ''
  if (asked === '') return ok(undefined)

  const day = Day.safeParse(asked)
  if (!day.success) return invalidField(dayParam, 'day_unreadable')
  const now = today()
  if (day.data > now) return invalidField(dayParam, 'as_of_to_come', { today: dateInWords(now) })
  return ok(day.data === now ? undefined : pastDayOf(day.data))
}

/** Returns the parameters without the day. */
export function withoutDay(params: URLSearchParams): URLSearchParams {
  const others = new URLSearchParams(params)
  others.delete(dayParam)
  return others
}
