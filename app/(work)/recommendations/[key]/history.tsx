import { Disclosure } from '@/app/_ui/disclosure'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import { Views } from '@/app/_ui/views'
import { Change } from '@/app/(work)/change'
import type { Entry } from '@/lib/history/chronicle'
import { words } from '@/lib/platform/i18n'
import { addressOf, noteAddress, type State, showing } from './address'
import css from './history.module.css'

type Props = {
  recommendation: string
  state: State
  count: number
  chronicle: { entries: Entry[]; next: number | null }
}

const kinds = ['all', 'assignment', 'annotation', 'recommendation'] as const

/** Every change of it and of all that belongs to it, newest first; folded until one asks for it. */
export function History({ recommendation, state, count, chronicle: { entries, next } }: Props) {
  const { kind, after } = state
  const to = (shown: Pick<State, 'kind' | 'after'>) =>
    addressOf(recommendation, showing(state, { after: undefined, ...shown }), 'history')
  return (
    <Section id="history">
      <Disclosure summary={<Summary count={count} />} open={kind !== undefined || after !== undefined}>
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
          {entries.length === 0 ? (
            <Quiet>{words('one.history.empty')}</Quiet>
          ) : (
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
          )}
          <Row screen>
            {after && (
              <InPlaceLink keeps href={to({ kind: kind ?? 'all' })}>
                {words('one.history.newest')}
              </InPlaceLink>
            )}
            {next !== null && (
              <InPlaceLink keeps href={to({ kind: kind ?? 'all', after: next })}>
                {words('one.history.older')}
              </InPlaceLink>
            )}
          </Row>
        </Stack>
      </Disclosure>
    </Section>
  )
}

const Summary = ({ count }: { count: number }) => (
  <>
    <h2 className={css.title}>{words('one.history.title')}</h2> <small>{words('one.history.count', { count })}</small>
  </>
)
