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
  /** Nothing while the history is folded. */
  chronicle: Timeline | undefined
  /** Where it goes on from, if not from the newest. */
  after: number | undefined
  /** The address of the page with its history open, after this event or from the newest on. */
  to: (after?: number) => string
  /** What stands above it, such as a filter. */
  children?: ReactNode
  /** Where an entry leads, if anywhere. */
  placeOf?: (entry: Entry) => string | undefined
}

/** Changes, newest first; folded, and not read, until one asks for them. */
export const FoldedHistory = ({ count, chronicle, after, to, children, placeOf = () => undefined }: Props) => (
  <Section id="history">
    <LazyDisclosure summary={<Summary count={count} />} href={to()} label={t('one.history.show', { count })}>
      {chronicle && (
        <Stack>
          {children}
          <Entries entries={chronicle.entries} placeOf={placeOf} />
          <Row screen>
            {after && (
              <SoftLink keeps href={to()}>
                {t('one.history.newest')}
              </SoftLink>
            )}
            {chronicle.next !== null && (
              <SoftLink keeps href={to(chronicle.next)}>
                {t('one.history.older')}
              </SoftLink>
            )}
          </Row>
        </Stack>
      )}
    </LazyDisclosure>
  </Section>
)

function Entries({ entries, placeOf }: Pick<Timeline, 'entries'> & Required<Pick<Props, 'placeOf'>>) {
  if (entries.length === 0) return <Muted>{t('one.history.empty')}</Muted>
  return (
    <Rows columns="happened" ordered>
      {entries.map((entry) => {
        const place = placeOf(entry)
        return (
          // What one organization alone may read is nothing for paper, nor is what the history says of it.
          <HistoryRow key={entry.seq} entry={entry} screen={entry.annotation !== undefined}>
            {place && (
              <span data-screen="">
                {' '}
                <a href={place}>{t('one.history.annotation')}</a>
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
    <h2 className={css.title}>{t('one.history.title')}</h2> <small>{t('one.history.count', { count })}</small>
  </>
)
