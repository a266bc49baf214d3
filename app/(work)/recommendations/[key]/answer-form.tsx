import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { answerNote } from './annotation-actions'

type Props = { recommendation: string; parent: string; name: string; back: string }

/** Answers a note, for those who could read it. */
export const AnswerForm = ({ recommendation, parent, name, back }: Props) => (
  <ActionForm action={answerNote} prefix="answer-" keep={`answer ${parent}`} focus>
    <FormHidden name="id" value={newId()} />
    <FormHidden name="key" value={recommendation} />
    <FormHidden name="parent" value={parent} />
    <Stack>
      <FormTextArea name="body" label={words('one.annotations.answerTitle', { name })} />
      <Row>
        <SubmitButton>{words('one.annotations.sendAnswer')}</SubmitButton>
        <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
      </Row>
    </Stack>
  </ActionForm>
)
