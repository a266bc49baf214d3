import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ReasonField } from '@/app/(work)/_components/closure-fields'
import { t } from '@/lib/platform/i18n'
import { withdrawPiece } from './evidence-actions'

type Props = { id: string; assignment: string; back: string }

/** Withdraws evidence, with a reason. */
export const WithdrawEvidenceForm = ({ id, assignment, back }: Props) => (
  <ActionForm action={withdrawPiece} prefix="withdraw-evidence-" keep={`withdraw ${id}`} focus>
    <FormHidden name="id" value={id} />
    <FormHidden name="assignmentId" value={assignment} />
    <Stack>
      <p>{t('evidence.withdraw.about')}</p>
      <ReasonField />
      <Row>
        <SubmitButton variant="danger">{t('evidence.withdraw.send')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Stack>
  </ActionForm>
)
