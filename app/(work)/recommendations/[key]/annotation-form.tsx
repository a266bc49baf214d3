import { ActionForm, Shown } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MentionField } from '@/app/(work)/_components/mention-field'
import { keepsTheRecord } from '@/lib/domain/actor'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { addNote } from './annotation-actions'

type Props = { actor: SignedIn; whole: RecommendationView; back: string }

/** A form to write an annotation in Markdown. By default, everyone who is signed in can read it. */
export const AnnotationForm = ({ actor, whole, back }: Props) => (
  <ActionForm action={addNote} prefix="note-" keep={`note ${whole.key}`} focus>
    <FormHidden name="id" value={newId()} />
    <FormHidden name="key" value={whole.key} />
    <Fields>
      <MentionField
        name="body"
        label={t('recommendation.annotations.field')}
        hint={t('recommendation.annotations.hint')}
        rows={5}
      />
      <FormText
        name="words"
        optional
        hint={t('recommendation.annotations.spanHint')}
        label={t('recommendation.annotations.span')}
        autoComplete="off"
      />
      <FormPassages name="at" of="occurrence" label={t('recommendation.annotations.which')} lang={whole.language} />
      <FormSelect
        name="audience"
        label={t('recommendation.annotations.audience')}
        defaultValue="internal"
        options={audiencesFor(actor, whole)}
      />
      <Shown title={t('recommendation.annotations.previewed')} />
      <Row>
        <SubmitButton>{t('recommendation.annotations.add')}</SubmitButton>
        <SubmitButton variant="quiet" name="intent" value="preview">
          {t('recommendation.annotations.preview')}
        </SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Fields>
  </ActionForm>
)

/** Returns the audiences. People who keep the record can also write for one of the assigned organizations. */
function audiencesFor(actor: SignedIn, { rows }: RecommendationView) {
  const others = keepsTheRecord(actor) ? rows.map(({ assignment }) => assignment.organization) : []
  const organizations = [...actor.organizations, ...others].filter(
    ({ slug }, place, all) => all.findIndex((one) => one.slug === slug) === place,
  )
  const [only] = organizations
  const alone = organizations.length === 1 && actor.organizations.length === 1
  return [
    { value: 'internal', label: t('audience.internal') },
    ...(alone && only
      ? [{ value: `organization:${only.slug}`, label: t('audience.organization') }]
      : organizations.map(({ slug, name }) => ({
          value: `organization:${slug}`,
          label: t('recommendation.annotations.audienceOf', { organization: name }),
        }))),
    { value: 'public', label: t('audience.public') },
  ]
}
