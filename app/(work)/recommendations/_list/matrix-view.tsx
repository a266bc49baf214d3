import { Matrix, MatrixGroupCell, MatrixCell as Square } from '@/app/_ui/matrix'
import { Rec } from '@/app/_ui/rec'
import { StatusMark } from '@/app/_ui/status'
import { Legend } from '@/app/_ui/status-bar'
import { Late, Soon } from '@/app/_ui/text'
import { distanceInWords, isPending } from '@/lib/assignments/due'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { type Asked, readPage } from '@/lib/recommendations/browse'
import { facetsOf } from '@/lib/recommendations/facets'
import { shortKey } from '@/lib/recommendations/key'
import { pageOf } from '@/lib/recommendations/list'
import { type ListRow, rowsOf } from '@/lib/recommendations/list-rows'
import { type Matrix as Answers, type MatrixCell, matrixOf, placeIn } from '@/lib/recommendations/matrix'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { pathOf, addressOf as placeOf, rowId } from '../[key]/address'
import { addressOf } from './address'
import { Nothing } from './nothing'
import { Onward } from './onward'
import { Head, Top } from './top'

type Props = { actor: Actor; asked: Asked }

/** Who answers what: recommendations by organizations. What came by a group is one column, which opens. */
export async function MatrixView({ actor, asked }: Props) {
  const { shown, scope } = asked
  const [{ total }, { page, lost }] = await Promise.all([facetsOf(scope), readPage(asked, pageOf)])
  const [rows, answers] = await Promise.all([rowsOf(page.ids), matrixOf(page.ids, shown.open)])
  const owed = rows.filter(({ status }) => status !== 'noted')
  const noted = rows.length - owed.length
  const statuses = Object.values(AssignmentStatus).map((status) => ({ status, label: words(`status.${status}`) }))
  return (
    <>
      <Head title={words('list.matrix.title')} asked={asked} lost={lost} />
      <Top asked={asked} count={words('list.count', { count: total })} />
      {total === 0 ? (
        <Nothing asked={asked} />
      ) : (
        <>
          <Legend items={statuses}>{words('list.matrix.unassigned')}</Legend>
          <Matrix
            label={words('list.matrix.label')}
            corner={words('list.column.recommendation')}
            columns={columnsOf(asked, answers)}
          >
            {owed.map((row) => (
              <MatrixRow key={row.key} row={row} answers={answers} today={scope.today} assigning={mayAssign(actor)} />
            ))}
          </Matrix>
          {noted > 0 && (
            <p>
              <small>{words('list.matrix.noted', { count: noted })}</small>
            </p>
          )}
          {answers.more > 0 && (
            <p>
              <small>{words('list.matrix.more', { count: answers.more })}</small>
            </p>
          )}
        </>
      )}
      <Onward shown={shown} next={page.next} />
    </>
  )
}

const columnsOf = ({ shown }: Asked, { organizations, groups }: Answers) => [
  ...organizations.map(({ slug, name }) => ({ key: slug, heading: name })),
  ...groups.map(({ slug, name }) => ({
    key: `group-${slug}`,
    heading: (
      <>
        {name}
        <br />
        <a href={addressOf(shown, { after: shown.after, open: slug })}>{words('list.matrix.open')}</a>
      </>
    ),
  })),
]

type RowProps = { row: ListRow; answers: Answers; today: string; assigning: boolean }

function MatrixRow({ row: { key, code, title, counts }, answers, today, assigning }: RowProps) {
  const { organizations, groups, cells, groupCells } = answers
  const short = shortKey(key, code)
  const head = (
    <th scope="row">
      <Rec href={pathOf(key)} short={short} title={title} light />
    </th>
  )
  if (counts.all === 0) {
    return (
      <tr>
        {head}
        <td colSpan={organizations.length + groups.length || 1}>
          <StatusMark status="unassigned" /> {words('list.matrix.nobody')}{' '}
          {assigning && <a href={placeOf(key, { assign: 'open' }, 'assignments')}>{words('list.matrix.assign')}</a>}
        </td>
      </tr>
    )
  }
  return (
    <tr>
      {head}
      {organizations.map(({ slug }) => {
        const cell = cells.get(placeIn(key, slug))
        return cell ? <Cell key={slug} cell={cell} today={today} /> : <td key={slug} />
      })}
      {groups.map(({ slug }) => {
        const cell = groupCells.get(placeIn(key, slug))
        return cell ? (
          <MatrixGroupCell
            key={slug}
            href={placeOf(key, { group: slug }, 'assignments')}
            counts={cell.counts.map((one) => ({ ...one, label: words(`status.${one.status}`) }))}
          />
        ) : (
          <td key={slug} />
        )
      })}
    </tr>
  )
}

function Cell({ cell: { key, id, status, dueOn }, today }: { cell: MatrixCell; today: string }) {
  const due = dueOn && isPending(status) ? distanceInWords(dueOn, today) : undefined
  return (
    <Square href={placeOf(key, { story: id }, rowId(id))} status={status} label={words(`status.${status}`)}>
      {due?.tone === 'late' && <Late>{due.note}</Late>}
      {due?.tone === 'soon' && <Soon>{words('list.dueSoon', { note: due.note })}</Soon>}
    </Square>
  )
}
