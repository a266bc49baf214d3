import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { Pager } from '@/app/_ui/pager'
import { t } from '@/lib/platform/i18n'
import type { Shown } from '@/lib/register/filters'

/** Links to the next page of a long list and back to its start. */
export function ListPager({ shown, next }: { shown: Shown; next: string | null }) {
  if (!next && !shown.after) return null
  return (
    <Pager
      label={t('list.pages')}
      previous={shown.after ? { href: shownListAddress(shown), label: t('list.first') } : undefined}
      next={next ? { href: shownListAddress(shown, { after: next }), label: t('list.next') } : undefined}
    />
  )
}
