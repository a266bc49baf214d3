import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { DueDate } from '@/app/(work)/_components/due-date'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { Queue } from '@/lib/overview/queues'
import { config } from '@/lib/platform/config'
import { t } from '@/lib/platform/i18n'
import type { AssignmentRow } from '@/lib/register/assignment-list'

type Props = { queues: readonly Queue[]; today: string }

/** Work across organizations. Each kind has its count, its first rows, and a link to all of it. */
export function Queues({ queues, today }: Props) {
  const filled = queues.filter(({ total }) => total > 0)
  if (filled.length === 0)
    return <EmptyState title={t('myWork.queues.none')}>{t('myWork.queues.noneAbout')}</EmptyState>
  return filled.map(({ name, filters, total, rows }) => (
    <Section
      key={name}
      title={t(`myWork.queues.${name}`, { count: total, days: config.SILENT_AFTER })}
      actions={
        <small>
          <a href={recommendationListAddress({ view: 'assignments', ...filters })}>{t('list.all', { count: total })}</a>
        </small>
      }
    >
      <Rows columns="queue" label={t(`myWork.queues.${name}`, { count: total, days: config.SILENT_AFTER })}>
        {rows.map((row) => (
          <Line key={row.assignment.id} row={row} today={today} />
        ))}
      </Rows>
    </Section>
  ))
}

function Line({ row: { recommendation, assignment }, today }: { row: AssignmentRow; today: string }) {
  const { id, organization, owner, status } = assignment
  return (
    <li>
      <div>
        <NamedRecommendation item={recommendation} href={assignmentAddress(id)} light />
      </div>
      <div>
        {organization.name}
        <br />
        <small>{ownerInWords(owner)}</small>
      </div>
      <DueDate assignment={assignment} today={today} />
      <Status status={status} label={t(`status.${status}`)} />
    </li>
  )
}
