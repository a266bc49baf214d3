import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MentionField } from '@/app/(work)/_components/mention-field'
import type { Annotation } from '@/lib/domain/annotation-shape'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { answerNote } from './annotation-actions'

type Props = { recommendation: string; parent: Annotation; back: string }

/** Answers an annotation. Says who can read the answer: the people who can read the annotation. */
export const ReplyForm = ({ recommendation, parent: { id, author, audience, organization }, back }: Props) => (
  <ActionForm action={answerNote} prefix="answer-" keep={`answer ${id}`} focus>
    <FormHidden name="id" value={newId()} />
    <FormHidden name="key" value={recommendation} />
    <FormHidden name="parent" value={id} />
    <Stack>
      <MentionField
        name="body"
        label={t('recommendation.annotations.answerTitle', { name: author.name })}
        hint={t(`recommendation.annotations.answerFor.${audience}`, { organization: organization?.name ?? '' })}
      />
      <Row>
        <SubmitButton>{t('recommendation.annotations.sendAnswer')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Stack>
  </ActionForm>
)
