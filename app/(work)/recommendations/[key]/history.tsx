import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { LazyDisclosure } from '@/app/_ui/lazy-disclosure'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import { Views } from '@/app/_ui/views'
import { Change } from '@/app/(work)/change'
import type { Entry } from '@/lib/history/chronicle'
import { words } from '@/lib/platform/i18n'
import { addressOf, noteAddress, type State, showing } from './address'
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
    addressOf(recommendation, showing(state, { after: undefined, ...shown }), 'history')
  return (
    <Section id="history">
      <LazyDisclosure
        summary={<Summary count={count} />}
        href={to({ kind: 'all' })}
        label={words('one.history.show', { count })}
      >
        {chronicle && (
          <Stack>
            <Row screen>
              <Views
                label={words('one.history.filter')}
                inPlace
                items={kinds.map((one) => ({
                  href: to({ kind: one }),
                  label: one === 'all' ? words('one.history.all') : words(`history.noun.${one}`),
                  current: one === (kind ?? 'all'),
                }))}
              />
            </Row>
            <Entries recommendation={recommendation} entries={chronicle.entries} />
            <Row screen>
              {after && (
                <InPlaceLink keeps href={to({ kind: kind ?? 'all' })}>
                  {words('one.history.newest')}
                </InPlaceLink>
              )}
              {chronicle.next !== null && (
                <InPlaceLink keeps href={to({ kind: kind ?? 'all', after: chronicle.next })}>
                  {words('one.history.older')}
                </InPlaceLink>
              )}
            </Row>
          </Stack>
        )}
      </LazyDisclosure>
    </Section>
  )
}

function Entries({ recommendation, entries }: Pick<Props, 'recommendation'> & Pick<Chronicle, 'entries'>) {
  if (entries.length === 0) return <Quiet>{words('one.history.empty')}</Quiet>
  return (
    <Rows columns="happened" ordered>
      {entries.map((entry) => (
        // What one organization alone may read is nothing for paper, nor is what the history says of it.
        <Change key={entry.seq} entry={entry} screen={entry.annotation !== undefined}>
          {entry.annotation && (
            <>
              {' '}
              <a href={noteAddress(recommendation, entry.annotation)}>{words('one.history.annotation')}</a>
            </>
          )}
        </Change>
      ))}
    </Rows>
  )
}

const Summary = ({ count }: { count: number }) => (
  <>
    <h2 className={css.title}>{words('one.history.title')}</h2> <small>{words('one.history.count', { count })}</small>
  </>
)
