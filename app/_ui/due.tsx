import css from './text.module.css'

/** A due date in words, or what is said in its place. */
export type ShownDue = {
  /** The day ("30 June 2027"); nothing where there is none. */
  date?: string | undefined
  /** How far off it is ("9 days overdue", "in 5 days"); without a day, what is said instead ("No date"). */
  note?: string | undefined
  tone?: 'late' | 'soon' | 'quiet' | undefined
}

type Props = ShownDue & {
  /** What matters comes first: in a list the note, in a table the date. */
  first?: 'date' | 'note' | undefined
}

/** A due date and how far off it is; late and soon are said in words, and then in a colour. */
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
