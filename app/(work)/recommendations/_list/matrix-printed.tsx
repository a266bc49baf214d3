import type { ReactNode } from 'react'
import { PrintedMatrix } from '@/app/_ui/printed-matrix'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { Party } from '@/lib/domain/answer-shapes'
import { distanceInWords } from '@/lib/domain/due-dates'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'
import { isPending } from '@/lib/domain/statuses'
import { t } from '@/lib/platform/i18n'
import type { ListRow } from '@/lib/register/list-rows'
import { type Matrix as Answers, type GroupCell, type MatrixCell, placeIn } from '@/lib/register/matrix'

type Props = { rows: readonly ListRow[]; answers: Answers; today: string }

type Column = { key: string; heading: string; cellOf: (recommendation: string) => ReactNode }

/** The matrix for print, with its statuses as text. It contains only the assignments that the filters select. */
export function MatrixPrinted({ rows, answers, today }: Props) {
  const columns = columnsOf(answers, today).filter(({ cellOf }) => rows.some(({ key }) => cellOf(key)))
  return (
    <>
      <PrintedMatrix
        corner={t('list.column.recommendation')}
        columns={columns}
        rows={rows.map((row) => ({
          key: row.key,
          heading: <NamedRecommendation item={row} light />,
          band: row.counts.all === 0 ? t('list.matrix.nobody') : undefined,
          cells: columns.map(({ cellOf }) => cellOf(row.key)),
        }))}
      />
      {answers.opened && answers.opened.more > 0 && (
        <p data-paper="">
          {t('list.matrix.notPrinted', { count: answers.opened.more, group: answers.opened.group.name })}
        </p>
      )}
    </>
  )
}

function columnsOf(
  { organizations, opened, groups, cells, memberCells, groupCells }: Answers,
  today: string,
): Column[] {
  const column =
    (found: Answers['cells']) =>
    ({ slug, name }: Party): Column => ({
      key: slug,
      heading: name,
      cellOf(recommendation) {
        const cell = found.get(placeIn(recommendation, slug))
        return cell?.matches ? <Cell cell={cell} today={today} /> : undefined
      },
    })
  return [
    ...organizations.map(column(cells)),
    ...(opened?.members ?? []).map(column(memberCells)),
    ...groups.map(({ slug, name }) => ({
      key: `group-${slug}`,
      heading: name,
      cellOf(recommendation: string) {
        const matching =
          groupCells.get(placeIn(recommendation, slug))?.counts.filter(({ matching }) => matching > 0) ?? []
        return matching.length > 0 ? <Counts counts={matching} /> : undefined
      },
    })),
  ]
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

const Counts = ({ counts }: Pick<GroupCell, 'counts'>) =>
  counts.map(({ status, matching }) => (
    <div key={status}>{t('list.matrix.counted', { count: matching, status: t(`status.${status}`).toLowerCase() })}</div>
  ))
