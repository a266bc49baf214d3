import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import type { Entry } from '@/lib/history/chronicle'
import { words } from '@/lib/platform/i18n'
import { LinkedChange } from './linked-change'

type Props = {
  chronicle: { entries: Entry[]; next: number | null }
  /** Where it goes on from, if not from the newest. */
  after: number | undefined
  /** The address of the page whose history goes on after this event, or begins with the newest. */
  to: (after?: number) => string
}

/** What happened to one thing, newest first. */
export const History = ({ chronicle: { entries, next }, after, to }: Props) => (
  <Section id="history" title={words('history.title')}>
    {entries.length === 0 ? (
      <Quiet>{words('one.history.empty')}</Quiet>
    ) : (
      <Rows columns="happened" ordered>
        {entries.map((entry) => (
          <LinkedChange key={entry.seq} entry={entry} />
        ))}
      </Rows>
    )}
    <Row screen>
      {after && <InPlaceLink href={to()}>{words('one.history.newest')}</InPlaceLink>}
      {next !== null && <InPlaceLink href={to(next)}>{words('one.history.older')}</InPlaceLink>}
    </Row>
  </Section>
)
