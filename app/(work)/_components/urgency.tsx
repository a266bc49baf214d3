import { DueSoon, Overdue } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/domain/due-dates'
import { askedBeforeDue, type WorkItem } from '@/lib/overview/my-work'
import { dateInWords, t } from '@/lib/platform/i18n'

type Props = { item: WorkItem; today: string }

/**
 * Says why an assignment is in this place: it is late, was sent back, is asked for by a reporting cycle, is due soon or has
 * no owner, or else its date.
 */
export function Urgency({ item, today }: Props) {
  const { why, assignment } = item
  const asked = askedBeforeDue(item)
  if (asked) return <Asked closesOn={asked.closesOn} today={today} />
  if (why === 'unowned') return <b>{t('myWork.why.unowned')}</b>
  if (why === 'returned') return <Returned dueOn={assignment.dueOn} today={today} />
  if (!assignment.dueOn) return <b>{t('myWork.why.undated')}</b>

  const { note } = distanceInWords(assignment.dueOn, today)
  if (why === 'overdue') return <Overdue>{note}</Overdue>
  if (why === 'soon') return <DueSoon>{t('list.dueSoon', { note })}</DueSoon>
  return <b>{t('list.due', { date: dateInWords(assignment.dueOn) })}</b>
}

function Asked({ closesOn, today }: { closesOn: string; today: string }) {
  const { note, tone } = distanceInWords(closesOn, today)
  if (tone === 'soon') return <DueSoon>{t('list.dueSoon', { note })}</DueSoon>
  return <b>{t('list.due', { date: dateInWords(closesOn) })}</b>
}

/** What was sent back comes first, whatever its due date. If it is late, it says so too. */
function Returned({ dueOn, today }: { dueOn: string | undefined; today: string }) {
  const { note, tone } = dueOn ? distanceInWords(dueOn, today) : {}
  return (
    <>
      <b>{t('myWork.why.returned')}</b>
      {tone === 'late' && (
        <>
          <br />
          <Overdue>{note}</Overdue>
        </>
      )}
    </>
  )
}
