import { shownPast } from '@/lib/platform/shown-day'
import { dayParam } from '@/lib/register/as-of-parameter'

/** Keeps the past day that a page shows when its search or filters are sent. */
export function ShownDayField() {
  const past = shownPast()
  return past && <input type="hidden" name={dayParam} value={past.day} />
}
