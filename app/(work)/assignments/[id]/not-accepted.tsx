import { assignmentAddress } from '@/app/_addresses/assignment'
import { Row, Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { mayAssign } from '@/lib/assignments/policy'
import { takesAskingAgain } from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { type AssignmentView, placeOf } from '@/lib/register/assignment-view'
import { AnswerInWords } from './answers'

type Props = { actor: Actor; view: AssignmentView; buttons: boolean }

/** That the organization does not accept the recommendation, and what a coordinator can do about it. */
export function NotAccepted({ actor, view, buttons }: Props) {
  const [latest] = view.answers
  if (latest?.position !== 'not_accepted' || view.assignment.closure) return null
  return (
    <Notice tone="warning">
      <Stack gap="tight">
        <AnswerInWords answer={latest} evidence={view.evidence} />
        {buttons && mayAssign(actor) && takesAskingAgain(placeOf(view)) && (
          <Row screen>
            <SoftLinkButton href={assignmentAddress(view.assignment.id, { form: 'again' }, 'next')}>
              {t('answer.askAgain.open')}
            </SoftLinkButton>
          </Row>
        )}
      </Stack>
    </Notice>
  )
}
