import { Status } from '@/app/_ui/status'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Late, Quiet, Soon } from '@/app/_ui/text'
import { distanceInWords, isPending } from '@/lib/assignments/due'
import type { Actor } from '@/lib/people/actor'
import { dateInWords, words } from '@/lib/platform/i18n'
import { type Asked, readPage } from '@/lib/recommendations/browse'
import {
  type AssignmentRow,
  assignmentFacetsOf,
  assignmentPageOf,
  assignmentRowsOf,
} from '@/lib/recommendations/list-assignments'
import { optionsOf } from '@/lib/recommendations/options'
import { NamedRec } from '../../named'
import { addressOf as placeOf, rowId } from '../[key]/address'
import { Filtered } from './filters'
import { Nothing } from './nothing'
import { Onward } from './onward'
import { Head, Top } from './top'

/** The assignments themselves: whose each is, what is due, how it stands. */
export async function AssignmentsView({ asked }: { actor: Actor; asked: Asked }) {
  const { shown, scope } = asked
  const [facets, options, { page, lost }] = await Promise.all([
    assignmentFacetsOf(scope),
    optionsOf(scope),
    readPage(asked, assignmentPageOf),
  ])
  const rows = await assignmentRowsOf(page.ids)
  return (
    <>
      <Head title={words('list.assignments')} asked={asked} lost={lost} />
      <Filtered asked={asked} options={options} counts={{ assignment: facets.assignment }}>
        <Top asked={asked} count={words('list.assignmentCount', { count: facets.total })} />
        {facets.total === 0 ? <Nothing asked={asked} /> : <AssignmentTable rows={rows} today={scope.today} />}
        <Onward shown={shown} next={page.next} />
      </Filtered>
    </>
  )
}

const columns = {
  recommendation: words('list.column.recommendation'),
  organization: words('list.column.organization'),
  due: words('list.column.due'),
  status: words('list.column.status'),
}

const AssignmentTable = ({ rows, today }: { rows: AssignmentRow[]; today: string }) => (
  <Table label={words('list.assignments')} columns={Object.values(columns)}>
    {rows.map(({ recommendation, assignment }) => (
      <TableRow key={assignment.id}>
        <RowHeader>
          <NamedRec
            item={recommendation}
            href={placeOf(recommendation.key, { story: assignment.id }, rowId(assignment.id))}
            light
          />
        </RowHeader>
        <Cell label={columns.organization}>
          {assignment.organization.name}
          <br />
          <small>{assignment.owner?.name ?? words('list.noOwner')}</small>
        </Cell>
        <Cell label={columns.due}>
          <DueCell assignment={assignment} today={today} />
        </Cell>
        <Cell label={columns.status}>
          <Status status={assignment.status} label={words(`status.${assignment.status}`)} />
        </Cell>
      </TableRow>
    ))}
  </Table>
)

function DueCell({ assignment: { dueOn, status }, today }: { assignment: AssignmentRow['assignment']; today: string }) {
  if (!dueOn) return isPending(status) ? <Quiet>{words('list.noDate')}</Quiet> : null
  if (!isPending(status)) return dateInWords(dueOn)
  const { note, tone } = distanceInWords(dueOn, today)
  return (
    <>
      {dateInWords(dueOn)}
      {tone && (
        <>
          <br />
          <small>{tone === 'late' ? <Late>{note}</Late> : <Soon>{note}</Soon>}</small>
        </>
      )}
    </>
  )
}
