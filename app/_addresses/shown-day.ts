import { shownPast } from '@/lib/platform/shown-day'
import { dayParam } from '@/lib/register/as-of-parameter'

/** Returns an address of the site that shows the same day as this page. */
export function onShownDay(address: string): string {
  const past = shownPast()
  if (!past) return address
  const [path = '', part] = address.split('#')
  return `${path}${path.includes('?') ? '&' : '?'}${dayParam}=${past.day}${part ? `#${part}` : ''}`
}
