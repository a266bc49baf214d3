import { assignmentAddress } from '@/app/_addresses/assignment'
import { LinkButton } from '@/app/_ui/button'
import { Overdue } from '@/app/_ui/text'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import type { OverdueStep } from '@/lib/overview/overdue-steps'
import type { SignedIn } from '@/lib/people/session'
import { daysBetween, today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

type Props = { step: OverdueStep; actor: SignedIn; main: boolean }

/** A step of a plan that is not done although its due date has passed. */
export const StepRow = ({ step: { id, title, dueOn, assignment, recommendation, changes }, actor, main }: Props) => (
  <li>
    <div>
      <Overdue>{t('due.overdue', { days: daysBetween(dueOn, today()) })}</Overdue>
      <br />
      <small>{t('list.due', { date: dateInWords(dueOn) })}</small>
    </div>
    <div>
      <NamedRecommendation item={recommendation} href={assignmentAddress(assignment.id, {}, 'plan')} />
      <span dir="auto">{t('myWork.step', { title })}</span>
      {actor.organizations.length !== 1 && (
        <>
          <br />
          <small dir="auto">{assignment.organization}</small>
        </>
      )}
    </div>
    {changes && (
      <LinkButton href={assignmentAddress(assignment.id, { step: id }, 'plan')} variant={main ? 'main' : 'plain'}>
        {t('myWork.next.plan')}
      </LinkButton>
    )}
  </li>
)
