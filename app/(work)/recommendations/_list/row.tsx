import { FormCheck } from '@/app/_ui/form-fields'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { ShareBar } from '@/app/_ui/status-bar'
import { Late, Quiet, Soon } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import { dateInWords, listInWords, words } from '@/lib/platform/i18n'
import type { ListRow } from '@/lib/recommendations/list-rows'
import { BriefRec } from '../../brief-rec'
import { naming } from '../../named'
import { progressShares } from '../../shares'
import css from './row.module.css'

type Props = {
  row: ListRow
  today: string
  /** A box to choose it by: ticked or not. */
  choosing?: { ticked: boolean } | undefined
}

type RowsProps = Omit<Props, 'row'> & { rows: readonly ListRow[]; label: string }

/** Recommendations in order; where one may do the same to several, each with a box. */
export const ListRows = ({ rows, label, ...rest }: RowsProps) => (
  <Rows columns={rest.choosing ? 'chosen' : 'found'} ordered label={label}>
    {rows.map((row) => (
      <Row key={row.key} row={row} {...rest} />
    ))}
  </Rows>
)

/** A recommendation by its words, how far its assignments have come, what is due. */
async function Row({ row, today, choosing }: Props) {
  const nameOf = await naming()
  return (
    <li>
      {choosing && (
        <FormCheck
          name="key"
          value={row.key}
          defaultChecked={choosing.ticked}
          aria-label={words('list.choose', { short: nameOf(row) })}
        />
      )}
      <div>
        <BriefRec item={row} />
      </div>
      <div>
        <Standing row={row} />
      </div>
      <div>
        <Next row={row} today={today} />
      </div>
    </li>
  )
}

/** By how many of its assignments something was done; without any, and once it is closed, in a word. */
function Standing({ row: { counts, owing, status } }: { row: ListRow }) {
  if (counts.open === 0 || status === 'closed') return <Status status={status} label={words(`status.${status}`)} />

  const [first = '', ...others] = owing
  const more = counts.open - owing.length
  const names = more > 0 ? words('list.andOthers', { first, count: more + others.length }) : listInWords([...owing])
  return (
    <small className={css.small}>
      <span className={css.owing}>
        <span className={css.line} title={names}>
          {names}
        </span>
        <ShareBar counts={progressShares(counts)} />
      </span>
      {words('list.progress', { ...counts, underWay: counts.begun - counts.implemented })}
    </small>
  )
}

const undone: readonly string[] = ['unassigned', 'not_started', 'in_progress']

function Next({ row: { next, status, counts, reportedLate }, today }: { row: ListRow; today: string }) {
  const late = reportedLate > 0 && (
    <small className={css.small}>
      <Late>{words('list.reportedLate', { count: reportedLate })}</Late>
    </small>
  )
  if (!next) return late || (undone.includes(status) ? <Quiet>{words('list.noDate')}</Quiet> : null)
  const { note, tone } = distanceInWords(next.dueOn, today)
  const whose = words('list.whose', { organization: next.organization, others: next.others })
  return (
    <small className={css.small}>
      {tone === 'late' && <Late>{note}</Late>}
      {tone === 'soon' && <Soon>{words('list.dueSoon', { note })}</Soon>}
      {!tone && words('list.due', { date: dateInWords(next.dueOn) })}
      {counts.open > 1 && (
        <span className={css.line} title={whose}>
          {whose}
        </span>
      )}
      {late}
    </small>
  )
}
