import { Due } from '@/app/_ui/due'
import { Late, Quiet } from '@/app/_ui/text'
import { distanceInWords, isPending } from '@/lib/assignments/due'
import { dateInWords, words } from '@/lib/platform/i18n'
import { reportedLateInWords } from '@/lib/recommendations/claim'
import type { Assignment } from '@/lib/recommendations/shapes'

type Props = {
  assignment: Pick<Assignment, 'dueOn' | 'status' | 'progress' | 'reportedImplemented'>
  today: string
  /** What comes first; see `Due`. */
  first?: 'date' | 'note' | undefined
}

/** When an assignment is due and how far off that is; once it is implemented, how late it was reported. */
export function DueDate({ assignment, today, first }: Props) {
  const { dueOn, status } = assignment
  const late = reportedLateInWords(assignment)
  if (!dueOn) {
    if (late) return <Late>{late}</Late>
    return isPending(status) ? <Quiet>{words('list.noDate')}</Quiet> : null
  }
  const distance = isPending(status) ? distanceInWords(dueOn, today) : late && ({ note: late, tone: 'late' } as const)
  return <Due date={dateInWords(dueOn)} first={isPending(status) ? first : 'date'} {...distance} />
}
