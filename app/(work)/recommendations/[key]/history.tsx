import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import { Views } from '@/app/_ui/views'
import { Change } from '@/app/(work)/change'
import type { Entry } from '@/lib/history/chronicle'
import { words } from '@/lib/platform/i18n'
import { addressOf, type State, showing } from './address'

type Props = { recommendation: string; state: State; chronicle: { entries: Entry[]; next: number | null } }

const kinds = ['assignment', 'annotation', 'recommendation'] as const

/** Every change of it and of all that belongs to it, newest first. */
export function History({ recommendation, state, chronicle: { entries, next } }: Props) {
  const { kind, after } = state
  const to = (shown: Pick<State, 'kind' | 'after'>) =>
    addressOf(recommendation, showing(state, { kind: undefined, after: undefined, ...shown }), 'history')
  return (
    <Section
      id="history"
      title={words('one.history.title')}
      actions={
        <Views
          label={words('one.history.filter')}
          inPlace
          items={[
            { href: to({}), label: words('one.history.all'), current: !kind },
            ...kinds.map((one) => ({
              href: to({ kind: one }),
              label: words(`history.noun.${one}`),
              current: kind === one,
            })),
          ]}
        />
      }
    >
      {entries.length === 0 ? (
        <Quiet>{words('one.history.empty')}</Quiet>
      ) : (
        <Rows columns="happened" ordered>
          {entries.map((entry) => (
            <Change key={entry.seq} entry={entry} />
          ))}
        </Rows>
      )}
      <Row screen>
        {after && <InPlaceLink href={to({ kind })}>{words('one.history.newest')}</InPlaceLink>}
        {next !== null && <InPlaceLink href={to({ kind, after: next })}>{words('one.history.older')}</InPlaceLink>}
      </Row>
    </Section>
  )
}
