import { Late, Soon } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import type { WorkItem } from '@/lib/overview/my-work'
import { dateInWords, words } from '@/lib/platform/i18n'

type Props = { item: WorkItem; today: string }

/** Why an assignment stands where it does: late, sent back, soon due, with nobody, or else its date. */
export function WhyNow({ item: { why, assignment }, today }: Props) {
  if (why === 'returned' || why === 'unowned') return <b>{words(`work.why.${why}`)}</b>
  if (!assignment.dueOn) return <b>{words('work.why.undated')}</b>

  const { note } = distanceInWords(assignment.dueOn, today)
  if (why === 'overdue') return <Late>{note}</Late>
  if (why === 'soon') return <Soon>{words('list.dueSoon', { note })}</Soon>
  return <b>{words('list.due', { date: dateInWords(assignment.dueOn) })}</b>
}
