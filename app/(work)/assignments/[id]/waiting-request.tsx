import { assignmentAddress } from '@/app/_addresses/assignment'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import { takesChange } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { dayOf, daysBetween } from '@/lib/platform/clock'
import { t } from '@/lib/platform/i18n'
import { shownDay } from '@/lib/platform/shown-day'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { waitingRequestIn } from '@/lib/register/date-changes'
import { withdrawRequest } from './date-actions'
import { DateRequest } from './date-request'
import { DateDecision } from './dates'

type Props = { actor: Actor; view: AssignmentView }

/** The request for another due date that waits, with what the reader can do about it. */
export function WaitingRequest({ actor, view }: Props) {
  const request = waitingRequestIn(view.dates)
  if (!request) return <LatestDecision view={view} />
  if (!takesChange(placeOf(view))) return null
  const { id } = view.assignment
  return (
    <Notice tone="info">
      <Stack gap="tight">
        <DateRequest request={request} evidence={view.evidence} />
        <Row screen>
          {mayAssign(actor) && (
            <SoftLinkButton href={assignmentAddress(id, { form: 'decide' }, 'next')}>
              {t('dates.decide.open')}
            </SoftLinkButton>
          )}
          {mayReportOn(actor, view) && (
            <ActionForm action={withdrawRequest} prefix="withdraw-date-">
              <FormHidden name="id" value={request.id} />
              <FormHidden name="assignmentId" value={id} />
              <SubmitButton variant="plain">{t('dates.withdraw')}</SubmitButton>
            </ActionForm>
          )}
        </Row>
      </Stack>
    </Notice>
  )
}

/** For how many days the decision on a request is shown. */
const fresh = 30

/** The decision on the latest request, for the people who asked. */
function LatestDecision({ view: { dates, evidence } }: Pick<Props, 'view'>) {
  const [latest] = dates
  if (latest?.kind !== 'requested' || !latest.decidedAt || latest.decision === 'withdrawn') return null
  if (daysBetween(dayOf(new Date(latest.decidedAt)), shownDay()) > fresh) return null
  return (
    <Notice tone="info">
      <Stack gap="tight">
        <DateRequest request={latest} evidence={evidence} />
        <DateDecision change={latest} />
      </Stack>
    </Notice>
  )
}
