import { erasureAddress } from '@/app/_addresses/erasure'
import { t } from '@/lib/platform/i18n'

type Props = { assignment: string; item?: string }

/** A link for administrators to the page on which texts and evidence of the assignment are erased by law. */
export const EraseLink = ({ assignment, item }: Props) => (
  <div data-screen="">
    <a href={erasureAddress('assignment', assignment, item)}>{t('erasure.open')}</a>
  </div>
)
