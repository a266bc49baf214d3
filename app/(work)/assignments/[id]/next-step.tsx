import { type AssignmentState, assignmentAddress, isOfEvidence } from '@/app/_addresses/assignment'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Row, Section } from '@/app/_ui/layout'
import { Plain } from '@/app/_ui/markdown'
import { Notice } from '@/app/_ui/notice'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import {
  possibleDecisions,
  takesAskingAgain,
  takesChange,
  takesClosure,
  takesDateRequest,
  takesPosition,
  takesReopening,
} from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { isVerified } from '@/lib/domain/reviewing'
import { isPending } from '@/lib/domain/statuses'
import { t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { wasRefused } from '@/lib/platform/request-scope'
import { type AssignmentView, placeOf, takesReports } from '@/lib/register/assignment-view'
import { waitingRequestIn } from '@/lib/register/date-changes'
import { involvementOf, nextSteps } from '@/lib/register/next-steps'
import { mayReview, ownReview } from '@/lib/reports/review-policy'
import { NotAccepted } from './not-accepted'
import { OpenForm, refusesChange, refusesEnding } from './open-form'
import { doneInPlan } from './plan'
import { WaitingRequest } from './waiting-request'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

/** The next step, with the buttons and forms for it. For others, the people who may take it. */
export function NextStep({ actor, view, state }: Props) {
  const may = mayReportOn(actor, view)
  const form = isOfEvidence(state) ? undefined : state.form
  const open = isOffered(actor, view, form)
  const said = nextInWords(view)
  return (
    <Section id="next" title={t('assignment.next.title')}>
      {state.done && !doneInPlan(state) && !isOfEvidence(state) && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
      <p data-paper={open ? '' : undefined}>{said}</p>
      <Missing view={view} />
      <NotAccepted actor={actor} view={view} buttons={!open} />
      {form !== 'decide' && <WaitingRequest actor={actor} view={view} />}
      {open && form && (
        <div data-screen="">
          <Card>
            <OpenForm actor={actor} view={view} form={form} />
          </Card>
        </div>
      )}
      {!may && !open && takesReports(view) && !isVerified(view.assignment.verification) && (
        <p data-screen="">
          <small>{t('assignment.next.others', { organization: view.assignment.organization.name })}</small>
        </p>
      )}
      {!open && <Buttons actor={actor} view={view} />}
    </Section>
  )
}

/** What a reviewer says is missing, for the people who report next. */
function Missing({ view: { assignment, reports } }: Pick<Props, 'view'>) {
  const note = reports.at(-1)?.reviews?.at(-1)?.note
  if (assignment.verification !== 'returned' || !note) return null
  return (
    <Notice tone="warning">
      <b>{t('review.missing')}</b>
      <br />
      <bdi>
        <Plain>{withLinks(note)}</Plain>
      </bdi>
    </Notice>
  )
}

const sentForms = ['report-', 'review-', 'date-', 'decide-', 'position-', 'again-', 'remind-']

/** Returns whether the page shows the form: to people who may use it now, or with the refusal of what they sent. */
function isOffered(actor: Actor, view: AssignmentView, form: AssignmentState['form']) {
  if (!form || sentForms.some(wasRefused)) return form !== undefined
  if (form === 'review') return offersReview(actor, view) && !ownReview(actor, involvementOf(view))
  if (!mayReportOn(actor, view)) return false
  if (form === 'position') return takesPosition(placeOf(view))
  if (form === 'remind') return nextSteps(actor, view).includes('remind')
  if (form === 'again') return mayAssign(actor) && takesAskingAgain(placeOf(view))
  if (form === 'date') return offersDateRequest(view)
  if (form === 'decide') return mayAssign(actor) && waitingRequestIn(view.dates) !== undefined
  if (form === 'change') return mayChangeNow(actor, view) || refusesChange()
  return form === 'close' ? mayCloseNow(actor, view) || refusesEnding() : takesReports(view)
}

/** People who may report can name the owner. People who may assign can also reopen a closed assignment. */
const mayChangeNow = (actor: Actor, view: AssignmentView) =>
  takesChange(placeOf(view)) || (mayAssign(actor) && takesReopening(placeOf(view)))

const mayCloseNow = (actor: Actor, view: AssignmentView) => mayAssign(actor) && takesClosure(view)

function nextInWords({ assignment, recommendation, reportCount, ...where }: AssignmentView): string {
  const { closure, position, status, verification } = assignment
  if (recommendation.closure) return t('assignment.next.ended')
  if (closure) return t('assignment.next.closed')
  if (where.archived) return t('assignment.next.archived')
  if (where.organizationArchived) return t('assignment.next.organizationArchived')
  if (position === 'not_accepted' && isPending(status)) return t('assignment.next.notAccepted')
  if (verification === 'returned') return t('assignment.next.returned')
  if (status === 'verified') return t('assignment.next.verified')
  if (status === 'implemented') return t('assignment.next.implemented')
  return t(reportCount > 0 ? 'assignment.next.further' : 'assignment.next.first')
}

function Buttons({ actor, view }: Omit<Props, 'state'>) {
  const { id, closure, owner, dueOn, position, verification } = view.assignment
  const may = mayReportOn(actor, view)
  const change = mayAssign(actor)
    ? t(closure ? 'recommendation.assignments.reopen' : 'recommendation.assignments.change')
    : t(owner?.active ? 'recommendation.assignments.changeOwner' : 'recommendation.assignments.nameOwner')
  return (
    <Row screen>
      {offersReview(actor, view) && <ReviewButton actor={actor} view={view} />}
      {may && takesReports(view) && (
        <SoftLinkButton
          href={assignmentAddress(id, { form: 'report' }, 'next')}
          variant={verification === 'submitted' ? 'plain' : 'main'}
        >
          {t(verification === 'returned' ? 'myWork.next.complete' : 'recommendation.assignments.report')}
        </SoftLinkButton>
      )}
      {may && offersDateRequest(view) && (
        <SoftLinkButton href={assignmentAddress(id, { form: 'date' }, 'next')}>
          {t(dueOn ? 'dates.more' : 'dates.first')}
        </SoftLinkButton>
      )}
      {may && takesPosition(placeOf(view)) && (
        <SoftLinkButton href={assignmentAddress(id, { form: 'position' }, 'next')}>
          {t(position === 'pending' ? 'answer.state' : 'answer.change')}
        </SoftLinkButton>
      )}
      {nextSteps(actor, view).includes('remind') && (
        <SoftLinkButton href={assignmentAddress(id, { form: 'remind' }, 'next')}>{t('reminder.open')}</SoftLinkButton>
      )}
      {may && mayChangeNow(actor, view) && (
        <SoftLinkButton href={assignmentAddress(id, { form: 'change' }, 'next')}>{change}</SoftLinkButton>
      )}
      {may && mayCloseNow(actor, view) && (
        <SoftLinkButton href={assignmentAddress(id, { form: 'close' }, 'next')}>
          {t('recommendation.assignments.close')}
        </SoftLinkButton>
      )}
      {mayReview(actor) && verification !== 'none' && <a href="/reviews">{t('review.others')}</a>}
    </Row>
  )
}

/** Returns whether another due date can be requested now: one request waits at a time. */
const offersDateRequest = (view: AssignmentView) => takesDateRequest(placeOf(view)) && !waitingRequestIn(view.dates)

/** Returns whether the latest report can be reviewed now by people like the reader. */
const offersReview = (actor: Actor, view: AssignmentView) =>
  mayReview(actor) && possibleDecisions(placeOf(view)).length > 0

/** A link to the form, or why someone else reviews the report. */
function ReviewButton({ actor, view }: Omit<Props, 'state'>) {
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
