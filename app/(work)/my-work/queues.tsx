import { Empty } from '@/app/_ui/empty'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import type { Queue } from '@/lib/overview/queues'
import { words } from '@/lib/platform/i18n'
import type { AssignmentRow } from '@/lib/recommendations/list-assignments'
import { DueDate } from '../due-date'
import { NamedRec } from '../named'
import { ownerInWords } from '../owner-words'
import { listOf } from '../recommendations/_list/address'
import { addressOf, rowId } from '../recommendations/[key]/address'

type Props = { queues: readonly Queue[]; today: string }

/** Work across organizations, each kind with how much there is, its first rows, and the way to all of it. */
export function Queues({ queues, today }: Props) {
  const filled = queues.filter(({ total }) => total > 0)
  if (filled.length === 0) return <Empty title={words('work.queues.none')}>{words('work.queues.noneAbout')}</Empty>
  return filled.map(({ name, filters, total, rows }) => (
    <Section
      key={name}
      title={words(`work.queues.${name}`, { count: total })}
      actions={
        <small>
          <a href={listOf({ view: 'assignments', ...filters })}>{words('list.all', { count: total })}</a>
        </small>
      }
    >
      <Rows columns="queue" label={words(`work.queues.${name}`, { count: total })}>
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
        <NamedRec item={recommendation} href={addressOf(recommendation.key, { story: id }, rowId(id))} light />
      </div>
      <div>
        {organization.name}
        <br />
        <small>{ownerInWords(owner)}</small>
      </div>
      <DueDate assignment={assignment} today={today} />
      <Status status={status} label={words(`status.${status}`)} />
    </li>
  )
}
