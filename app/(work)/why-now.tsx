import { Late, Soon } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import type { WorkItem } from '@/lib/overview/my-work'
import { dateInWords, words } from '@/lib/platform/i18n'

type Props = { item: WorkItem; today: string }

/** Why an assignment stands where it does: late, soon due, sent back, with nobody. */
export function WhyNow({ item: { why, assignment }, today }: Props) {
  const distance = assignment.dueOn && distanceInWords(assignment.dueOn, today)
  if (why === 'overdue' && distance) return <Late>{distance.note}</Late>
  if (why === 'soon' && distance) return <Soon>{words('list.dueSoon', { note: distance.note })}</Soon>
  if (why === 'later' && assignment.dueOn) return <b>{words('list.due', { date: dateInWords(assignment.dueOn) })}</b>
  return <b>{words(`work.why.${why === 'later' || why === 'soon' || why === 'overdue' ? 'undated' : why}`)}</b>
}
