import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ReasonField } from '@/app/(work)/_components/closure-fields'
import { t } from '@/lib/platform/i18n'
import { withdrawNote } from './annotation-actions'

type Props = { recommendation: string; id: string; name: string; back: string }

/** Withdraws another person's annotation, with a reason. */
export const WithdrawForm = ({ recommendation, id, name, back }: Props) => (
  <ActionForm action={withdrawNote} prefix="withdraw-" focus>
    <FormHidden name="id" value={id} />
    <FormHidden name="key" value={recommendation} />
    <Stack>
      <h4>{t('recommendation.annotations.withdrawTitle', { name })}</h4>
      <p>{t('recommendation.annotations.withdrawOthersAbout')}</p>
      <ReasonField />
      <Row>
        <SubmitButton variant="danger">{t('recommendation.annotations.withdrawOthersDo')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Stack>
  </ActionForm>
)
