import { InPlaceLink } from '@/app/_ui/in-place'
import { Notice } from '@/app/_ui/notice'
import { words } from '@/lib/platform/i18n'
import { addressOf } from './address'

/** How to add a recommendation to a published document, and the way out. */
export const AddNotice = ({ code }: { code: string }) => (
  <div id="add">
    <Notice tone="info">
      {words('document.addAbout')} <InPlaceLink href={addressOf(code, {})}>{words('document.addDone')}</InPlaceLink>
    </Notice>
  </div>
)
