import { assignmentAddress } from '@/app/_addresses/assignment'
import { recommendationAddress as placeOf } from '@/app/_addresses/recommendation'
import { shownListAddress } from '@/app/_addresses/recommendation-list'
import { Row } from '@/app/_ui/layout'
import { MatrixRow as Line, Matrix, MatrixBand, MatrixGroupCell, MatrixCell as Square } from '@/app/_ui/matrix'
import { StatusMark } from '@/app/_ui/status'
import { Legend } from '@/app/_ui/status-bar'
import { DueSoon, Overdue } from '@/app/_ui/text'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { ReportedLate } from '@/app/(work)/_components/reported-late'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { distanceInWords } from '@/lib/domain/due-dates'
import { isPending } from '@/lib/domain/statuses'
import { inFigures, t } from '@/lib/platform/i18n'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import type { Shown } from '@/lib/register/filters'
import { pageOf } from '@/lib/register/list'
import { type ListRow, rowsOf } from '@/lib/register/list-rows'
import { type Matrix as Answers, type GroupCell, type MatrixCell, matrixOf, placeIn } from '@/lib/register/matrix'
import { type PageQuery, readPage } from '@/lib/register/page-query'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { Filtered } from './filters'
import { Head, ListHeader } from './list-header'
import { ListPager } from './list-pager'
import { MatrixPrinted } from './matrix-printed'
import { NoResults } from './no-results'

type Props = { actor: Actor; query: PageQuery }

/** A matrix of recommendations by organizations. The members of a group are one column, which opens. */
export async function MatrixView({ actor, query }: Props) {
  const { shown, scope } = query
  const [facets, options, { page, lost }] = await Promise.all([
    facetsOf(scope),
    optionsOf(scope),
    readPage(query, pageOf),
  ])
  const { total } = facets
  const [rows, answers] = await Promise.all([rowsOf(page.ids), matrixOf(page.ids, scope.today, shown.open, scope)])
  const assigned = rows.filter(({ status }) => status !== 'noted')
  const statuses = Object.values(AssignmentStatus).map((status) => ({ status, label: t(`status.${status}`) }))
  return (
    <>
      <Head title={t('list.matrix.title')} query={query} lost={lost} />
      <Filtered query={query} options={options} counts={facets} above>
        <ListHeader query={query} count={<Counted shown={shown} total={total} noted={facets.status.noted ?? 0} />} />
        {total === 0 ? (
          <NoResults query={query} />
        ) : (
          <>
            <Legend items={statuses}>{t('list.matrix.unassigned')}</Legend>
            <Matrix
              label={t('list.matrix.label')}
              corner={t('list.column.recommendation')}
              columns={columnsOf(query, answers)}
              more={moreColumns}
            >
              {assigned.map((row) => (
                <MatrixRow key={row.key} row={row} answers={answers} today={scope.today} assigning={mayAssign(actor)} />
              ))}
            </Matrix>
            <MatrixPrinted rows={assigned} answers={answers} today={scope.today} />
            {answers.more > 0 && (
              <p>
                <small>{t('list.matrix.more', { count: answers.more })}</small>
              </p>
            )}
          </>
        )}
        <ListPager shown={shown} next={page.next} />
      </Filtered>
    </>
  )
}

/** The texts for each number of hidden columns. */
const moreColumns = Array.from({ length: 60 }, (_, place) => t('list.matrix.columns', { count: place + 1 }))

type CountedProps = { shown: Shown; total: number; noted: number }

/** Unassigned findings are counted but have no row. This says so, with a link to them. */
const Counted = ({ shown, total, noted }: CountedProps) => (
  <>
    {t('list.count', { count: total })}
    {noted > 0 && (shown.status.length === 0 || shown.status.includes('noted')) && (
      <small>
        {' '}
        {t('list.matrix.noted', { count: noted })}{' '}
        <a href={shownListAddress(shown, { view: 'list', open: undefined, status: ['noted'] })} data-screen="">
          {t('list.matrix.showNoted', { count: noted })}
        </a>
      </small>
    )}
  </>
)

const columnOf = ({ slug, name }: Party) => ({ key: slug, heading: name })

const columnsOf = ({ shown }: PageQuery, { organizations, opened, groups }: Answers) => [
  ...organizations.map(columnOf),
  ...(opened
    ? [
        {
          key: `group-${opened.group.slug}`,
          heading: <Opened shown={shown} {...opened} />,
          parts: opened.members.map(columnOf),
        },
      ]
    : []),
  ...groups.map(({ slug, name }) => ({
    key: `group-${slug}`,
    heading: (
      <>
        {name}
        <br />
        <a href={shownListAddress(shown, { after: shown.after, open: slug })}>{t('list.matrix.open')}</a>
      </>
    ),
  })),
]

/** The name of a group above the columns of its members, the number of further members, and a link to fold it. */
const Opened = ({ shown, group, more }: { shown: Shown } & NonNullable<Answers['opened']>) => (
  <Row>
    <bdi>{group.name}</bdi>
    <a href={shownListAddress(shown, { after: shown.after, open: undefined })}>{t('list.matrix.fold')}</a>
    {more > 0 && (
      <small>
        {t('list.matrix.members', { count: more })}{' '}
        <a href={shownListAddress(shown, { view: 'assignments', group: group.slug, by: undefined, open: undefined })}>
          {t('list.matrix.inList')}
        </a>
      </small>
    )}
  </Row>
)

type RowProps = { row: ListRow; answers: Answers; today: string; assigning: boolean }

function MatrixRow({ row, answers, today, assigning }: RowProps) {
  const { organizations, opened, groups, cells, memberCells, groupCells } = answers
  const { key, counts } = row
  const members = opened?.members ?? []
  const cell = (slug: string, cell: MatrixCell | undefined) =>
    cell ? <Cell key={slug} cell={cell} today={today} /> : <td key={slug} />
  return (
    <Line heading={<NamedRecommendation item={row} light />}>
      {counts.all === 0 ? (
        <MatrixBand columns={organizations.length + members.length + groups.length}>
          <StatusMark status="unassigned" /> {t('list.matrix.nobody')}{' '}
          {assigning && <a href={placeOf(key, { assign: 'open' }, 'assignments')}>{t('list.matrix.assign')}</a>}
        </MatrixBand>
      ) : (
        <>
          {organizations.map(({ slug }) => cell(slug, cells.get(placeIn(key, slug))))}
          {members.map(({ slug }) => cell(slug, memberCells.get(placeIn(key, slug))))}
          {groups.map(({ slug }) => (
            <Group
              key={slug}
              href={placeOf(key, { group: slug }, 'assignments')}
              cell={groupCells.get(placeIn(key, slug))}
            />
          ))}
        </>
      )}
    </Line>
  )
}

function Group({ href, cell }: { href: string; cell: GroupCell | undefined }) {
  if (!cell) return <td />
  const counts = cell.counts.map(({ status, count }) => ({
    status,
    count: inFigures(count),
    label: t(`status.${status}`),
  }))
  return <MatrixGroupCell href={href} counts={counts} />
}

function Cell({ cell, today }: { cell: MatrixCell; today: string }) {
  const { id, status, dueOn } = cell
  const due = dueOn && isPending(status) ? distanceInWords(dueOn, today) : undefined
  return (
    <Square href={assignmentAddress(id)} status={status} label={t(`status.${status}`)}>
      {due?.tone === 'late' && <Overdue>{due.note}</Overdue>}
      {due?.tone === 'soon' && <DueSoon>{t('list.dueSoon', { note: due.note })}</DueSoon>}
      <ReportedLate assignment={cell} />
    </Square>
  )
}
