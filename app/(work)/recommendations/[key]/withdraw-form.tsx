import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { withdrawNote } from './annotation-actions'
import { ReasonField } from './closure-fields'

type Props = { recommendation: string; id: string; name: string; back: string }

/** Withdraws somebody else's annotation, with a reason. */
export const WithdrawForm = ({ recommendation, id, name, back }: Props) => (
  <ActionForm action={withdrawNote} prefix="withdraw-" focus>
    <FormHidden name="id" value={id} />
    <FormHidden name="key" value={recommendation} />
    <Stack>
      <h4>{words('one.annotations.withdrawTitle', { name })}</h4>
      <p>{words('one.annotations.withdrawOthersAbout')}</p>
      <ReasonField />
      <Row>
        <SubmitButton variant="danger">{words('one.annotations.withdrawOthersDo')}</SubmitButton>
        <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
      </Row>
    </Stack>
  </ActionForm>
)
