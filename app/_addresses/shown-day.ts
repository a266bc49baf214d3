import { today } from '@/lib/platform/clock'
import { shownPast } from '@/lib/platform/shown-day'
import { dayParam, withoutDay } from '@/lib/register/as-of-parameter'

/** Returns an address of the site that shows the same day as this page. */
export function onShownDay(address: string): string {
  const past = shownPast()
  if (!past) return address
  const [path = '', part] = address.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}${dayParam}=${past.day}${part ? `#${part}` : ''}`
}

/** Returns an address of the site that shows the state at the end of a day, or the present state if that is today. */
export function onDay(address: string, day: string): string {
  const [path = '', part] = address.split('#')
  const [page = '', query] = path.split('?')
  const params = withoutDay(new URLSearchParams(query))
  if (day !== today()) params.set(dayParam, day)
  return `${page}${params.size > 0 ? `?${params}` : ''}${part ? `#${part}` : ''}`
}
