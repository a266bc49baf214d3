import { FormCheck } from '@/app/_ui/form-fields'
import { Excerpt } from '@/app/_ui/quote'
import { Rows } from '@/app/_ui/rows'
import { Status } from '@/app/_ui/status'
import { Late, Quiet, Soon } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import { dateInWords, listInWords, words } from '@/lib/platform/i18n'
import type { ListRow } from '@/lib/recommendations/list-rows'
import { NamedRec, naming } from '../../named'
import { Marked } from './marked'

type Props = {
  row: ListRow
  today: string
  /** Left out under a heading that says it. */
  withStatus: boolean
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

/** A recommendation by its words, who owes it, what is due. */
async function Row({ row, today, withStatus, choosing }: Props) {
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
        <NamedRec item={row}>
          <Marked text={row.title} />
        </NamedRec>
        <Excerpt>
          <Marked text={row.quote} />
        </Excerpt>
      </div>
      <div>
        {withStatus && <Status status={row.status} label={words(`status.${row.status}`)} />}
        <Owing row={row} withStatus={withStatus} />
      </div>
      <div>
        <Next row={row} today={today} />
      </div>
    </li>
  )
}

function Owing({ row: { counts, owing, status }, withStatus }: { row: ListRow; withStatus: boolean }) {
  if (counts.all === 0)
    return withStatus ? null : <Quiet>{words(status === 'noted' ? 'list.asksNobody' : 'list.nobody')}</Quiet>
  const [first = '', ...others] = owing
  const more = counts.open - owing.length
  const names = more > 0 ? words('list.andOthers', { first, count: more + others.length }) : listInWords([...owing])
  const done = words('list.implemented', { implemented: counts.implemented, open: counts.open, closed: counts.closed })
  return (
    <>
      <div>{names}</div>
      <small>{done}</small>
    </>
  )
}

const undone: readonly string[] = ['unassigned', 'not_started', 'in_progress']

function Next({ row: { next, status }, today }: { row: ListRow; today: string }) {
  if (!next) return undone.includes(status) ? <Quiet>{words('list.noDate')}</Quiet> : null
  const { note, tone } = distanceInWords(next.dueOn, today)
  const whose = words('list.whose', { organization: next.organization, others: next.others })
  return (
    <>
      {tone === 'late' && <Late>{note}</Late>}
      {tone === 'soon' && <Soon>{words('list.dueSoon', { note })}</Soon>}
      {!tone && words('list.due', { date: dateInWords(next.dueOn) })}
      <br />
      <small>{whose}</small>
    </>
  )
}
