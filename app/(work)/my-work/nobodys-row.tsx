import { LinkButton } from '@/app/_ui/button'
import { Excerpt } from '@/app/_ui/quote'
import type { Asked } from '@/lib/overview/work'
import { words } from '@/lib/platform/i18n'
import { NamedRec } from '../named'
import { addressOf } from '../recommendations/[key]/address'

/** What nobody has yet, for who assigns. */
export const NobodysRow = ({ item }: { item: Asked }) => (
  <li>
    <b>{words('list.nobody')}</b>
    <div>
      <NamedRec item={item} />
      <Excerpt lang={item.language}>{item.quote}</Excerpt>
    </div>
    <LinkButton href={addressOf(item.key, { assign: 'open' }, 'assignments')}>{words('work.next.assign')}</LinkButton>
  </li>
)
