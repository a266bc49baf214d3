import { Due } from '@/app/_ui/due'
import { Quiet } from '@/app/_ui/text'
import { distanceInWords, isPending } from '@/lib/assignments/due'
import { dateInWords, words } from '@/lib/platform/i18n'
import { reportedLateInWords } from '@/lib/recommendations/claim'
import type { Assignment } from '@/lib/recommendations/shapes'

type Props = { assignment: Assignment; today: string }

/** When an assignment is due and how far off that is; once it is implemented, how late it was reported. */
export function DueDate({ assignment, today }: Props) {
  const { dueOn, status } = assignment
  if (!dueOn) return isPending(status) ? <Quiet>{words('list.noDate')}</Quiet> : null
  const note = reportedLateInWords(assignment)
  const distance = isPending(status) ? distanceInWords(dueOn, today) : note && ({ note, tone: 'late' } as const)
  return <Due date={dateInWords(dueOn)} {...distance} />
}
