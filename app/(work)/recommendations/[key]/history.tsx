import { annotationAddress, recommendationAddress, type State, showing } from '@/app/_addresses/recommendation'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { LazyDisclosure } from '@/app/_ui/lazy-disclosure'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { Tabs } from '@/app/_ui/tabs'
import { Muted } from '@/app/_ui/text'
import { HistoryRow } from '@/app/(work)/_components/history-row'
import type { Entry } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'
import css from './history.module.css'

type Chronicle = { entries: Entry[]; next: number | null }

type Props = {
  recommendation: string
  state: State
  count: number
  /** Nothing while the history is folded. */
  chronicle: Chronicle | undefined
}

const kinds = ['all', 'assignment', 'annotation', 'recommendation'] as const

/** Every change of it and of all that belongs to it, newest first; folded, and not read, until one asks for it. */
export function History({ recommendation, state, count, chronicle }: Props) {
  const { kind, after } = state
  const to = (shown: Pick<State, 'kind' | 'after'>) =>
    recommendationAddress(recommendation, showing(state, { after: undefined, ...shown }), 'history')
  return (
    <Section id="history">
      <LazyDisclosure
        summary={<Summary count={count} />}
        href={to({ kind: 'all' })}
        label={t('one.history.show', { count })}
      >
        {chronicle && (
          <Stack>
            <Row screen>
              <Tabs
                label={t('one.history.filter')}
                inPlace
                items={kinds.map((one) => ({
                  href: to({ kind: one }),
                  label: one === 'all' ? t('one.history.all') : t(`history.noun.${one}`),
                  current: one === (kind ?? 'all'),
                }))}
              />
            </Row>
            <Entries recommendation={recommendation} entries={chronicle.entries} />
            <Row screen>
              {after && (
                <SoftLink keeps href={to({ kind: kind ?? 'all' })}>
                  {t('one.history.newest')}
                </SoftLink>
              )}
              {chronicle.next !== null && (
                <SoftLink keeps href={to({ kind: kind ?? 'all', after: chronicle.next })}>
                  {t('one.history.older')}
                </SoftLink>
              )}
            </Row>
          </Stack>
        )}
      </LazyDisclosure>
    </Section>
  )
}

function Entries({ recommendation, entries }: Pick<Props, 'recommendation'> & Pick<Chronicle, 'entries'>) {
  if (entries.length === 0) return <Muted>{t('one.history.empty')}</Muted>
  return (
    <Rows columns="happened" ordered>
      {entries.map((entry) => (
        // What one organization alone may read is nothing for paper, nor is what the history says of it.
        <HistoryRow key={entry.seq} entry={entry} screen={entry.annotation !== undefined}>
          {entry.annotation && (
            <>
              {' '}
              <a href={annotationAddress(recommendation, entry.annotation)}>{t('one.history.annotation')}</a>
            </>
          )}
        </HistoryRow>
      ))}
    </Rows>
  )
}

const Summary = ({ count }: { count: number }) => (
  <>
    <h2 className={css.title}>{t('one.history.title')}</h2> <small>{t('one.history.count', { count })}</small>
  </>
)
