import { Fragment } from 'react'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { personAddress } from '@/app/_addresses/person'
import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { Status } from '@/app/_ui/status'
import { StatusBar } from '@/app/_ui/status-bar'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Overdue } from '@/app/_ui/text'
import { DueDate } from '@/app/(work)/_components/due-date'
import { remarksOnDate } from '@/app/(work)/_components/due-words'
import { ownerInWords } from '@/app/(work)/_components/owner-words'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { assignmentShares } from '@/app/(work)/_components/status-counts'
import { remarksOn } from '@/app/(work)/_components/status-remarks'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import {
  type AssignmentRow,
  assignmentFacetsOf,
  assignmentRowsOf,
  isFolded,
  shownAssignmentsOf,
} from '@/lib/register/assignment-list'
import { optionsOf } from '@/lib/register/filter-options'
import type { Shown } from '@/lib/register/filters'
import { type GroupTotals, groupTotalsOf } from '@/lib/register/group-totals'
import { type PageQuery, readPage } from '@/lib/register/page-query'
import { Filtered } from './filters'
import { Head, ListHeader } from './list-header'
import { ListPager } from './list-pager'
import { NoResults } from './no-results'

/** A list of assignments with their organizations, due dates and statuses. */
export async function AssignmentsView({ query }: { actor: Actor; query: PageQuery }) {
  const { shown, scope } = query
  const [facets, options, { page, lost }] = await Promise.all([
    assignmentFacetsOf(scope),
    optionsOf(scope),
    readPage(query, shownAssignmentsOf),
  ])
  const [rows, groups] = await Promise.all([
    assignmentRowsOf(page.ids),
    isFolded(scope) && !shown.after ? groupTotalsOf(scope) : [],
  ])
  return (
    <>
      <Head title={t('list.assignments')} query={query} lost={lost} />
      <Filtered query={query} options={options} counts={{ assignment: facets.assignment }}>
        <ListHeader query={query} count={t('list.assignmentCount', { count: facets.total })} />
        {scope.owner?.id && scope.keepsTheRecord && (
          <p>
            <a href={personAddress(scope.owner.id, {}, 'owned')}>{t('people.owned.link')}</a>
          </p>
        )}
        {facets.total === 0 ? (
          <NoResults query={query} />
        ) : (
          <AssignmentTable query={query} groups={groups} rows={rows} />
        )}
        <ListPager shown={shown} next={page.next} />
      </Filtered>
    </>
  )
}

const columnsOf = () => ({
  recommendation: t('list.column.recommendation'),
  organization: t('list.column.organization'),
  due: t('list.column.due'),
  status: t('list.column.status'),
})

type TableProps = { query: PageQuery; groups: GroupTotals[]; rows: AssignmentRow[] }

function AssignmentTable({ query: { shown, scope }, groups, rows }: TableProps) {
  const columns = columnsOf()
  return (
    <Table label={t('list.assignments')} columns={Object.values(columns)} widths={[32, 26, 25, 17]} dense>
      {groups.map((group) => (
        <FoldedRow key={group.slug} group={group} shown={shown} />
      ))}
      {rows.map(({ recommendation, assignment, ...dates }) => (
        <TableRow key={assignment.id}>
          <RowHeader>
            <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id)} light />
          </RowHeader>
          <Cell label={columns.organization}>
            {assignment.organization.name}
            <br />
            <small>{ownerInWords(assignment.owner)}</small>
          </Cell>
          <Cell label={columns.due}>
            <DueDate assignment={assignment} today={scope.today} />
            <Remarks>{remarksOnDate({ assignment, ...dates })}</Remarks>
          </Cell>
          <Cell label={columns.status}>
            <Status status={assignment.status} label={t(`status.${assignment.status}`)} />
            <Remarks>{remarksOn(assignment, scope.today)}</Remarks>
          </Cell>
        </TableRow>
      ))}
    </Table>
  )
}

const Remarks = ({ children }: { children: string[] }) =>
  children.map((remark) => (
    <Fragment key={remark}>
      <br />
      <small>{remark}</small>
    </Fragment>
  ))

/** The assignments that came through a group, in one row that links to a list of them. */
function FoldedRow({ group: { slug, name, total, overdue, byStatus }, shown }: { group: GroupTotals; shown: Shown }) {
  const theirs = (more: Parameters<typeof shownListAddress>[1] = {}) =>
    shownListAddress(shown, { group: slug, ...more })
  const columns = columnsOf()
  return (
    <TableRow>
      <RowHeader>
        <a href={theirs()}>{t('list.assignmentCount', { count: total })}</a>
      </RowHeader>
      <Cell label={columns.organization}>
        {t('list.groupOf', { name })}
        <br />
        <small>
          <a href={theirs()}>{t('list.matrix.open')}</a>
        </small>
      </Cell>
      <Cell label={columns.due}>
        {overdue > 0 && (
          <Overdue>
            <a href={theirs({ due: 'overdue' })}>{t('dashboard.overdue', { count: overdue })}</a>
          </Overdue>
        )}
      </Cell>
      <Cell label={columns.status}>
        <StatusBar
          label={t('dashboard.organizationByStatus', { name })}
          counts={assignmentShares(byStatus, (status) => theirs({ assignment: [status] }))}
        />
      </Cell>
    </TableRow>
  )
}
