import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { reviseNote, withdrawNote } from './annotation-actions'

type Props = { recommendation: string; id: string; version: number; body: string; back: string }

/** Rewrites one's own note, or takes it back. */
export const ReviseForm = ({ recommendation, id, version, body, back }: Props) => (
  <Stack>
    <ActionForm
      action={reviseNote}
      prefix="revise-"
      version={version}
      meanwhile={words('one.meanwhile')}
      keep={`revise ${id}`}
      focus
    >
      <FormHidden name="id" value={id} />
      <FormHidden name="key" value={recommendation} />
      <Stack>
        <FormTextArea name="body" label={words('one.annotations.editTitle')} defaultValue={body} rows={5} />
        <Row>
          <SubmitButton>{words('one.annotations.revise')}</SubmitButton>
          <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
        </Row>
      </Stack>
    </ActionForm>
    <ActionForm action={withdrawNote} prefix="withdraw-">
      <FormHidden name="id" value={id} />
      <FormHidden name="key" value={recommendation} />
      <Confirm label={words('one.annotations.withdrawAsk')} about={words('one.annotations.withdrawAbout')}>
        <SubmitButton variant="danger">{words('one.annotations.withdraw')}</SubmitButton>
      </Confirm>
    </ActionForm>
  </Stack>
)
