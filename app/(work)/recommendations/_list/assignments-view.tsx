import { Status } from '@/app/_ui/status'
import { StatusBar } from '@/app/_ui/status-bar'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Late } from '@/app/_ui/text'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { type Asked, readPage } from '@/lib/recommendations/browse'
import type { Shown } from '@/lib/recommendations/filters'
import { type FoldedGroup, foldedGroupsOf } from '@/lib/recommendations/folded'
import {
  type AssignmentRow,
  assignmentFacetsOf,
  assignmentRowsOf,
  isFolded,
  shownAssignmentsOf,
} from '@/lib/recommendations/list-assignments'
import { optionsOf } from '@/lib/recommendations/options'
import { DueDate } from '../../due-date'
import { NamedRec } from '../../named'
import { ownerInWords } from '../../owner-words'
import { assignmentShares } from '../../shares'
import { addressOf as placeOf, rowId } from '../[key]/address'
import { addressOf } from './address'
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
    readPage(asked, shownAssignmentsOf),
  ])
  const [rows, groups] = await Promise.all([
    assignmentRowsOf(page.ids),
    isFolded(scope) && !shown.after ? foldedGroupsOf(scope) : [],
  ])
  return (
    <>
      <Head title={words('list.assignments')} asked={asked} lost={lost} />
      <Filtered asked={asked} options={options} counts={{ assignment: facets.assignment }}>
        <Top asked={asked} count={words('list.assignmentCount', { count: facets.total })} />
        {scope.owner?.id && scope.keepsTheRecord && (
          <p>
            <a href={`/people/${scope.owner.id}#owned`}>{words('people.owned.link')}</a>
          </p>
        )}
        {facets.total === 0 ? <Nothing asked={asked} /> : <AssignmentTable asked={asked} groups={groups} rows={rows} />}
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

type TableProps = { asked: Asked; groups: FoldedGroup[]; rows: AssignmentRow[] }

const AssignmentTable = ({ asked: { shown, scope }, groups, rows }: TableProps) => (
  <Table label={words('list.assignments')} columns={Object.values(columns)} widths={[36, 36, 13, 15]} dense>
    {groups.map((group) => (
      <FoldedRow key={group.slug} group={group} shown={shown} />
    ))}
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
          <small>{ownerInWords(assignment.owner)}</small>
        </Cell>
        <Cell label={columns.due}>
          <DueDate assignment={assignment} today={scope.today} />
        </Cell>
        <Cell label={columns.status}>
          <Status status={assignment.status} label={words(`status.${assignment.status}`)} />
        </Cell>
      </TableRow>
    ))}
  </Table>
)

/** What came by a group: its members in one row, which opens to a list of theirs. */
function FoldedRow({ group: { slug, name, total, overdue, byStatus }, shown }: { group: FoldedGroup; shown: Shown }) {
  const theirs = (more: Parameters<typeof addressOf>[1] = {}) => addressOf(shown, { group: slug, ...more })
  return (
    <TableRow>
      <RowHeader>
        <a href={theirs()}>{words('list.assignmentCount', { count: total })}</a>
      </RowHeader>
      <Cell label={columns.organization}>
        {words('list.groupOf', { name })}
        <br />
        <small>
          <a href={theirs()}>{words('list.matrix.open')}</a>
        </small>
      </Cell>
      <Cell label={columns.due}>
        {overdue > 0 && (
          <Late>
            <a href={theirs({ due: 'overdue' })}>{words('dashboard.overdue', { count: overdue })}</a>
          </Late>
        )}
      </Cell>
      <Cell label={columns.status}>
        <StatusBar
          label={words('dashboard.carries', { name })}
          counts={assignmentShares(byStatus, (status) => theirs({ assignment: [status] }))}
        />
      </Cell>
    </TableRow>
  )
}
