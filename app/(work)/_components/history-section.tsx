import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { Muted } from '@/app/_ui/text'
import type { Entry } from '@/lib/history/timeline'
import { t } from '@/lib/platform/i18n'
import { LinkedHistoryRow } from '../linked-history-row'

type Props = {
  chronicle: { entries: Entry[]; next: number | null }
  /** The event after which the history continues. Undefined for the newest. */
  after: number | undefined
  /** Returns the URL of the page whose history continues after this event, or begins with the newest. */
  to: (after?: number) => string
}

/** The history of a thing, newest first. */
export const HistorySection = ({ chronicle: { entries, next }, after, to }: Props) => (
  <Section id="history" title={t('history.title')}>
    {entries.length === 0 ? (
      <Muted>{t('recommendation.history.empty')}</Muted>
    ) : (
      <Rows columns="happened" ordered>
        {entries.map((entry) => (
          <LinkedHistoryRow key={entry.seq} entry={entry} />
        ))}
      </Rows>
    )}
    <Row screen>
      {after && <SoftLink href={to()}>{t('recommendation.history.newest')}</SoftLink>}
      {next !== null && <SoftLink href={to(next)}>{t('recommendation.history.older')}</SoftLink>}
    </Row>
  </Section>
)
