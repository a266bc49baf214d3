import { Pager } from '@/app/_ui/pager'
import { words } from '@/lib/platform/i18n'
import type { Shown } from '@/lib/recommendations/filters'
import { addressOf } from './address'

/** The way on in a long list, and back to its beginning. */
export function Onward({ shown, next }: { shown: Shown; next: string | null }) {
  if (!next && !shown.after) return null
  return (
    <Pager
      label={words('list.pages')}
      previous={shown.after ? { href: addressOf(shown), label: words('list.first') } : undefined}
      next={next ? { href: addressOf(shown, { after: next }), label: words('list.next') } : undefined}
    />
  )
}
