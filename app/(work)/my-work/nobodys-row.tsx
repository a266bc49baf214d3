import { LinkButton } from '@/app/_ui/button'
import type { Asked } from '@/lib/overview/work'
import { words } from '@/lib/platform/i18n'
import { BriefRec } from '../brief-rec'
import { addressOf } from '../recommendations/[key]/address'

/** What nobody has yet, for who assigns. */
export const NobodysRow = ({ item }: { item: Asked }) => (
  <li>
    <b>{words('list.nobody')}</b>
    <div>
      <BriefRec item={item} room={120} />
    </div>
    <LinkButton href={addressOf(item.key, { assign: 'open' }, 'assignments')}>{words('work.next.assign')}</LinkButton>
  </li>
)
