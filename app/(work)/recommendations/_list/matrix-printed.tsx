import { PrintedMatrix } from '@/app/_ui/printed-matrix'
import { NamedRecommendation } from '@/app/(work)/_components/named'
import { distanceInWords } from '@/lib/domain/due-dates'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'
import { isPending } from '@/lib/domain/statuses'
import { t } from '@/lib/platform/i18n'
import type { ListRow } from '@/lib/register/list-rows'
import { type Matrix as Answers, type GroupCell, type MatrixCell, placeIn } from '@/lib/register/matrix'

type Props = { rows: readonly ListRow[]; answers: Answers; today: string }

/** The matrix for paper, its statuses in words. */
export function MatrixPrinted({ rows, answers, today }: Props) {
  const { organizations, opened, groups, cells, memberCells, groupCells } = answers
  const members = opened?.members ?? []
  const cell = (found: MatrixCell | undefined) => found && <Cell cell={found} today={today} />
  const counts = (found: GroupCell | undefined) => found && <Counts cell={found} />
  return (
    <PrintedMatrix
      corner={t('list.column.recommendation')}
      columns={[
        ...[...organizations, ...members].map(({ slug, name }) => ({ key: slug, heading: name })),
        ...groups.map(({ slug, name }) => ({ key: `group-${slug}`, heading: name })),
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        heading: <NamedRecommendation item={row} light />,
        band: row.counts.all === 0 ? t('list.matrix.nobody') : undefined,
        cells: [
          ...organizations.map(({ slug }) => cell(cells.get(placeIn(row.key, slug)))),
          ...members.map(({ slug }) => cell(memberCells.get(placeIn(row.key, slug)))),
          ...groups.map(({ slug }) => counts(groupCells.get(placeIn(row.key, slug)))),
        ],
      }))}
    />
  )
}

function Cell({ cell, today }: { cell: MatrixCell; today: string }) {
  const { status, dueOn } = cell
  const late = reportedLateInWords(cell)
  const due = dueOn && isPending(status) ? distanceInWords(dueOn, today) : undefined
  return (
    <>
      {t(`status.${status}`)}
      {due?.tone === 'late' && <b>, {due.note}</b>}
      {late && <b>, {late}</b>}
    </>
  )
}

const Counts = ({ cell }: { cell: GroupCell }) =>
  cell.counts.map(({ status, count }) => (
    <div key={status}>{t('list.matrix.counted', { count, status: t(`status.${status}`).toLowerCase() })}</div>
  ))
