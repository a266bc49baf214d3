import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { answerNote } from './annotation-actions'

type Props = { recommendation: string; parent: string; name: string; back: string }

/** Answers an annotation, for the people who could read it. */
export const ReplyForm = ({ recommendation, parent, name, back }: Props) => (
  <ActionForm action={answerNote} prefix="answer-" keep={`answer ${parent}`} focus>
    <FormHidden name="id" value={newId()} />
    <FormHidden name="key" value={recommendation} />
    <FormHidden name="parent" value={parent} />
    <Stack>
      <FormTextArea name="body" label={t('recommendation.annotations.answerTitle', { name })} />
      <Row>
        <SubmitButton>{t('recommendation.annotations.sendAnswer')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Stack>
  </ActionForm>
)
