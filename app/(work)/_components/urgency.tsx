import { DueSoon, Overdue } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/domain/due-dates'
import type { WorkItem } from '@/lib/overview/my-work'
import { dateInWords, t } from '@/lib/platform/i18n'

type Props = { item: WorkItem; today: string }

/**
 * Says why an assignment is in this place: it is late, was sent back, is due soon or has no owner, or else its date.
 */
export function Urgency({ item: { why, assignment }, today }: Props) {
  if (why === 'returned' || why === 'unowned') return <b>{t(`myWork.why.${why}`)}</b>
  if (!assignment.dueOn) return <b>{t('myWork.why.undated')}</b>

  const { note } = distanceInWords(assignment.dueOn, today)
  if (why === 'overdue') return <Overdue>{note}</Overdue>
  if (why === 'soon') return <DueSoon>{t('list.dueSoon', { note })}</DueSoon>
  return <b>{t('list.due', { date: dateInWords(assignment.dueOn) })}</b>
}
