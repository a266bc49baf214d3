import { Due } from '@/app/_ui/due'
import { isPending } from '@/lib/domain/statuses'
import { type Dated, shownDue } from './due-words'

type Props = {
  assignment: Dated
  today: string
  /** Which comes first; see `Due`. */
  first?: 'date' | 'note' | undefined
}

/** When an assignment is due and how far away that is or, once it is implemented, how late it was reported. */
export function DueDate({ assignment, today, first }: Props) {
  const due = shownDue(assignment, today)
  return due ? <Due {...due} first={isPending(assignment.status) ? first : 'date'} /> : null
}
