import { type AssignmentState, isOfEvidence } from '@/app/_addresses/assignment'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Section } from '@/app/_ui/layout'
import { Plain } from '@/app/_ui/markdown'
import { Notice } from '@/app/_ui/notice'
import { InOwnWords } from '@/app/_ui/text'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { isVerified } from '@/lib/domain/reviewing'
import { isPending } from '@/lib/domain/statuses'
import { listInWords, t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { wasRefused } from '@/lib/platform/request-scope'
import { type AssignmentView, takesReports } from '@/lib/register/assignment-view'
import type { ReportDraft } from '@/lib/reports/report-drafts'
import { DraftNotice } from './draft-notice'
import { NextButtons } from './next-buttons'
import { NotAccepted } from './not-accepted'
import { offersForm } from './offered-forms'
import { OpenForm, refusesChange, refusesEnding } from './open-form'
import { doneInPlan } from './plan'
import { WaitingRequest } from './waiting-request'

type Props = {
  actor: Actor
  view: AssignmentView
  state: AssignmentState
  outcome: string
  draft: ReportDraft | undefined
}

/** The next step, with the buttons and forms for it. For others, the people who may take it. */
export function NextStep({ actor, view, state, outcome, draft }: Props) {
  const may = mayReportOn(actor, view)
  const form = isOfEvidence(state) ? undefined : state.form
  const open = isOffered(actor, view, form)
  const sentence = nextInWords(view)
  const reminded = listInWords((view.lastReminder?.to ?? []).map(({ name }) => name))
  return (
    <Section id="next" title={t('assignment.next.title')}>
      {state.done && !doneInPlan(state) && !isOfEvidence(state) && (
        <DoneNotice>{`${doneInWords(state.done, { to: reminded })} ${outcome}`.trim()}</DoneNotice>
      )}
      <p data-paper={open ? '' : undefined}>{sentence}</p>
      <Missing view={view} />
      <NotAccepted actor={actor} view={view} buttons={!open} />
      {form !== 'decide' && <WaitingRequest actor={actor} view={view} />}
      {draft && !(open && form === 'report') && <DraftNotice actor={actor} view={view} draft={draft} />}
      {open && form && (
        <div data-screen="">
          <Card>
            <OpenForm actor={actor} view={view} form={form} draft={draft} />
          </Card>
        </div>
      )}
      {!may && !open && takesReports(view) && !isVerified(view.assignment.verification) && (
        <p data-screen="">
          <small>{t('assignment.next.others', { organization: view.assignment.organization.name })}</small>
        </p>
      )}
      {!open && <NextButtons actor={actor} view={view} drafted={draft !== undefined} />}
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
      <InOwnWords>
        <Plain>{withLinks(note)}</Plain>
      </InOwnWords>
    </Notice>
  )
}

const sentForms = ['report-', 'review-', 'date-', 'decide-', 'position-', 'again-', 'remind-']

/** Returns whether the page shows the form: to people who may use it now, or with the refusal of what they sent. */
function isOffered(actor: Actor, view: AssignmentView, form: AssignmentState['form']) {
  if (!form || sentForms.some(wasRefused)) return form !== undefined
  if (form === 'change' && refusesChange()) return mayReportOn(actor, view)
  if (form === 'close' && refusesEnding()) return mayReportOn(actor, view)
  return offersForm(actor, view, form)
}

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
