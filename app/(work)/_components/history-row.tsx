import type { ReactNode } from 'react'
import type { Pair } from '@/lib/history/description'
import type { Entry } from '@/lib/history/timeline'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'
import css from './history-row.module.css'

type Props = { entry: Entry; screen?: boolean | undefined; children?: ReactNode }

/**
 * A row of the history: the time, the change, and the values before and after. `children` may say what it is about.
 * With `screen`, it is not printed.
 */
export function HistoryRow({ entry, screen, children }: Props) {
  const { at, sentence, by, text, whom, pairs } = entry
  return (
    <li data-screen={screen || undefined}>
      <small>{momentInWords(new Date(at), config.TIME_ZONE)}</small>
      <span>
        {sentence}
        {children}
        {by && <small className={css.detail}>{by}</small>}
        {whom && <small className={css.detail}>{whom}</small>}
        {text && <small className={css.detail}>{t('history.quoted', { text: shortened(text, longest) })}</small>}
      </span>
      <Side label={t('history.before')} pairs={pairs} side="before" />
      <Side label={t('history.after')} pairs={pairs} side="after" />
    </li>
  )
}

function Side({ label, pairs, side }: { label: string; pairs: Pair[]; side: 'before' | 'after' }) {
  const stood = pairs.filter((pair) => pair[side] !== undefined)
  if (stood.length === 0) return <span />
  // If only one field changed from one value to another, its name is not needed.
  const alone = pairs.length === 1 && pairs[0]?.before !== undefined && pairs[0].after !== undefined
  return (
    <span className={css.side}>
      <small>{label}</small>{' '}
      {stood
        .map((pair) => (alone ? pair[side] : t('history.pair', { label: pair.label, value: pair[side] ?? '' })))
        .join('\n')}
    </span>
  )
}

/** The longest text in a history, in characters. The whole text is at the place where it was written. */
const longest = 240
