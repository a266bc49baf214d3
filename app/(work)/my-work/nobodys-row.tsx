import { LinkButton } from '@/app/_ui/button'
import { Excerpt } from '@/app/_ui/quote'
import { Rec } from '@/app/_ui/rec'
import type { Asked } from '@/lib/overview/work'
import { words } from '@/lib/platform/i18n'
import { shortKey } from '@/lib/recommendations/key'
import { addressOf, pathOf } from '../recommendations/[key]/address'

/** What nobody has yet, for who assigns. */
export const NobodysRow = ({ item: { key, code, title, quote, language } }: { item: Asked }) => (
  <li>
    <b>{words('list.nobody')}</b>
    <div>
      <Rec href={pathOf(key)} short={shortKey(key, code)} title={title} />
      <Excerpt lang={language}>{quote}</Excerpt>
    </div>
    <LinkButton href={addressOf(key, { assign: 'open' }, 'assignments')}>{words('work.next.assign')}</LinkButton>
  </li>
)
