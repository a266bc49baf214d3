import { FormChoices, FormDate, FormHidden, FormText } from '@/app/_ui/form-fields'
import { FieldRow } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { LetterFields } from './letter-fields'

type Props = { actor: Actor; view: AssignmentView; of: 'file' | 'link'; back: string }

const choices = () =>
  (['organization', 'internal'] as const).map((value) => ({
    value,
    label: t(`evidence.form.${value}`),
    about: t(`evidence.form.about.${value}`),
  }))

/** The fields that a file and a link share, and the buttons. */
export const EvidenceFields = ({ actor, view, of, back }: Props) => (
  <>
    <FormHidden name="id" value={newId()} />
    <FormText
      name="title"
      optional
      label={t('evidence.form.name')}
      hint={t(of === 'file' ? 'evidence.form.fileNameHint' : 'evidence.form.linkNameHint')}
      maxLength={200}
    />
    <FieldRow>
      <FormDate name="from" optional label={t('evidence.form.from')} />
      <FormDate name="to" optional label={t('evidence.form.to')} />
    </FieldRow>
    <FormChoices name="audience" label={t('evidence.form.audience')} defaultValue="organization" options={choices()} />
    <LetterFields
      actor={actor}
      assignment={view.assignment.id}
      organizationId={view.organizationId}
      evidence={view.evidence}
    />
    <Row>
      <SubmitButton>{t(of === 'file' ? 'evidence.form.sendFile' : 'evidence.form.sendLink')}</SubmitButton>
      <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
    </Row>
  </>
)
