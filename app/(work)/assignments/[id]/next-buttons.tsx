import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { Row } from '@/app/_ui/layout'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { mayAssign } from '@/lib/assignments/policy'
import { possibleDecisions } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { involvementOf, mayTake } from '@/lib/register/next-steps'
import { mayReview, ownReview } from '@/lib/reports/review-policy'
import { NoChangeForm } from './no-change-form'
import { offersForm } from './offered-forms'

type Props = { actor: Actor; view: AssignmentView }
type ButtonsProps = Props & {
  /** Whether the page shows a draft, whose own button opens the form to report. */
  drafted: boolean
}

/** The buttons of everything that the reader can do now, the next step first. */
export function NextButtons({ actor, view, drafted }: ButtonsProps) {
  const { id, verification } = view.assignment
  return (
    <Row screen>
      <ReviewButton actor={actor} view={view} />
      {buttonsOf(actor, view)
        .filter(({ form }) => !(drafted && form === 'report') && offersForm(actor, view, form))
        .map(({ form, label, main }) => (
          <SoftLinkButton key={form} href={assignmentAddress(id, { form }, 'next')} variant={main ? 'main' : 'plain'}>
            {label}
          </SoftLinkButton>
        ))}
      {mayTake(actor, view, 'report_no_change') && <NoChangeForm view={view} drafted={drafted} />}
      {mayReview(actor) && verification !== 'none' && <a href="/reviews">{t('review.others')}</a>}
    </Row>
  )
}

type Button = { form: NonNullable<AssignmentState['form']>; label: string; main?: boolean }

function buttonsOf(actor: Actor, { assignment }: AssignmentView): Button[] {
  const { closure, owner, dueOn, position, verification } = assignment
  const change = mayAssign(actor)
    ? t(closure ? 'recommendation.assignments.reopen' : 'recommendation.assignments.change')
    : t(owner?.active ? 'recommendation.assignments.changeOwner' : 'recommendation.assignments.nameOwner')
  const report = t(verification === 'returned' ? 'myWork.next.complete' : 'recommendation.assignments.report')
  return [
    { form: 'report', label: report, main: verification === 'none' || verification === 'returned' },
    { form: 'date', label: t(dueOn ? 'dates.more' : 'dates.first') },
    { form: 'position', label: t(position === 'pending' ? 'answer.state' : 'answer.change') },
    { form: 'remind', label: t('reminder.open') },
    { form: 'change', label: change },
    { form: 'close', label: t('recommendation.assignments.close') },
  ]
}

/** A link to the review of the latest report, or why someone else reviews it. */
function ReviewButton({ actor, view }: Props) {
  if (!mayReview(actor) || possibleDecisions(placeOf(view)).length === 0) return null
  const { id, verification } = view.assignment
  const own = ownReview(actor, involvementOf(view))
  if (own) return <small>{t(`review.own.${own}`)}</small>
  const waits = verification === 'submitted'
  return (
    <SoftLinkButton href={assignmentAddress(id, { form: 'review' }, 'next')} variant={waits ? 'main' : 'plain'}>
      {t(waits ? 'review.review' : 'review.reverse')}
    </SoftLinkButton>
  )
}
