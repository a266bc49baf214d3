import css from './text.module.css'

type Props = {
  /** The day in words ("30 June 2027"), or that there is none ("No date"). */
  date: string
  /** How far off it is, in words ("9 days overdue", "in 5 days"). */
  note?: string | undefined
  tone?: 'late' | 'soon' | undefined
  /** What matters comes first: in a list the note, in a table the date. */
  first?: 'date' | 'note' | undefined
}

/** A due date and how far off it is; late and soon are said in words, and then in a colour. */
export function Due({ date, note, tone, first = 'date' }: Props) {
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
