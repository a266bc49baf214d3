import type { ReactNode } from 'react'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { LazyDisclosure } from '@/app/_ui/lazy-disclosure'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { Muted } from '@/app/_ui/text'
import type { Entry } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'
import css from './folded-history.module.css'
import { HistoryRow } from './history-row'

export type Timeline = { entries: Entry[]; next: number | null }

type Props = {
  count: number
  /** The entries, or undefined while the history is folded. */
  chronicle: Timeline | undefined
  /** The event after which the history continues. Undefined for the newest. */
  after: number | undefined
  /** Returns the URL of the page with its history open, after this event or from the newest. */
  to: (after?: number) => string
  /** Content above the entries, such as a filter. */
  children?: ReactNode
  /** Returns the URL of what an entry is about, if any. */
  placeOf?: (entry: Entry) => string | undefined
}

/** A history, newest first. It is folded and not read until the reader opens it. */
export const FoldedHistory = ({ count, chronicle, after, to, children, placeOf = () => undefined }: Props) => (
  <Section id="history">
    <LazyDisclosure summary={<Summary count={count} />} href={to()} label={t('recommendation.history.show', { count })}>
      {chronicle && (
        <Stack>
          {children}
          <Entries entries={chronicle.entries} placeOf={placeOf} />
          <Row screen>
            {after && (
              <SoftLink keeps href={to()}>
                {t('recommendation.history.newest')}
              </SoftLink>
            )}
            {chronicle.next !== null && (
              <SoftLink keeps href={to(chronicle.next)}>
                {t('recommendation.history.older')}
              </SoftLink>
            )}
          </Row>
        </Stack>
      )}
    </LazyDisclosure>
  </Section>
)

function Entries({ entries, placeOf }: Pick<Timeline, 'entries'> & Required<Pick<Props, 'placeOf'>>) {
  if (entries.length === 0) return <Muted>{t('recommendation.history.empty')}</Muted>
  return (
    <Rows columns="happened" ordered>
      {entries.map((entry) => {
        const place = placeOf(entry)
        return (
          // What only one organization may read is not printed, and neither are its entries in the history.
          <HistoryRow key={entry.seq} entry={entry} screen={entry.annotation !== undefined}>
            {place && (
              <span data-screen="">
                {' '}
                <a href={place}>{t('recommendation.history.annotation')}</a>
              </span>
            )}
          </HistoryRow>
        )
      })}
    </Rows>
  )
}

const Summary = ({ count }: { count: number }) => (
  <>
    <h2 className={css.title}>{t('recommendation.history.title')}</h2>{' '}
    <small>{t('recommendation.history.count', { count })}</small>
  </>
)
