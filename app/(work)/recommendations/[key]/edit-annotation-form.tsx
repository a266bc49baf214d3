import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Stack } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MentionField } from '@/app/(work)/_components/mention-field'
import { t } from '@/lib/platform/i18n'
import { reviseNote, withdrawNote } from './annotation-actions'

type Props = { recommendation: string; id: string; version: number; body: string; back: string }

/** Edits or withdraws the reader's own annotation. */
export const EditAnnotationForm = ({ recommendation, id, version, body, back }: Props) => (
  <Stack>
    <ActionForm
      action={reviseNote}
      prefix="revise-"
      version={version}
      otherChanges={t('recommendation.changedSince')}
      keep={`revise ${id}`}
      focus
    >
      <FormHidden name="id" value={id} />
      <FormHidden name="key" value={recommendation} />
      <Stack>
        <MentionField name="body" label={t('recommendation.annotations.editTitle')} defaultValue={body} rows={5} />
        <Row>
          <SubmitButton>{t('recommendation.annotations.revise')}</SubmitButton>
          <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
        </Row>
      </Stack>
    </ActionForm>
    <ActionForm action={withdrawNote} prefix="withdraw-">
      <FormHidden name="id" value={id} />
      <FormHidden name="key" value={recommendation} />
      <Confirm
        label={t('recommendation.annotations.withdrawAsk')}
        about={t('recommendation.annotations.withdrawAbout')}
      >
        <SubmitButton variant="danger">{t('recommendation.annotations.withdraw')}</SubmitButton>
      </Confirm>
    </ActionForm>
  </Stack>
)
