import css from './text.module.css'

/** A formatted due date, or the text in its place. */
export type ShownDue = {
  /** The day ("30 June 2027"), if there is one. */
  date?: string | undefined
  /** How far away it is ("9 days overdue", "in 5 days") or, without a day, the text in its place ("No date"). */
  note?: string | undefined
  tone?: 'late' | 'soon' | 'quiet' | undefined
}

type Props = ShownDue & {
  /** Which comes first: the note in a list, the date in a table. */
  first?: 'date' | 'note' | undefined
}

/** A due date and how far away it is. Late and soon are said in words and shown in a colour. */
export function Due({ date, note, tone, first = 'date' }: Props) {
  if (!date) return <span className={tone && css[tone]}>{note}</span>
  const day = <span className={css.day}>{date}</span>
  if (!note) return day
  const marked = tone ? <span className={`${css.day} ${css[tone]}`}>{note}</span> : note
  return (
    <span>
      {first === 'note' ? marked : day}
      <br />
      <small>{first === 'note' ? day : marked}</small>
    </span>
  )
}
