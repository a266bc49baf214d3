import { ActionForm, Shown } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { FormPassages } from '@/app/_ui/form-passages'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { keepsTheRecord } from '@/lib/people/actor'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Whole } from '@/lib/recommendations/whole'
import { addNote } from './annotation-actions'

type Props = { actor: SignedIn; whole: Whole; back: string }

/** Writes an annotation in Markdown, for everyone signed in unless one chooses otherwise. */
export const AnnotationForm = ({ actor, whole, back }: Props) => (
  <ActionForm action={addNote} prefix="note-" keep={`note ${whole.key}`} focus>
    <FormHidden name="id" value={newId()} />
    <FormHidden name="key" value={whole.key} />
    <Fields>
      <FormTextArea name="body" label={words('one.annotations.field')} hint={words('one.annotations.hint')} rows={5} />
      <FormText
        name="words"
        hint={words('one.annotations.spanHint')}
        label={words('one.annotations.span')}
        autoComplete="off"
      />
      <FormPassages name="at" of="occurrence" label={words('one.annotations.which')} lang={whole.language} />
      <FormSelect
        name="audience"
        label={words('one.annotations.audience')}
        defaultValue="internal"
        options={audiencesFor(actor, whole)}
      />
      <Shown title={words('one.annotations.previewed')} />
      <Row>
        <SubmitButton>{words('one.annotations.add')}</SubmitButton>
        <SubmitButton variant="quiet" name="intent" value="preview">
          {words('one.annotations.preview')}
        </SubmitButton>
        <InPlaceLink href={back}>{words('one.cancel')}</InPlaceLink>
      </Row>
    </Fields>
  </ActionForm>
)

/** Those who keep the record also write for one of the organizations that owe it. */
function audiencesFor(actor: SignedIn, { rows }: Whole) {
  const others = keepsTheRecord(actor) ? rows.map(({ assignment }) => assignment.organization) : []
  const organizations = [...actor.organizations, ...others].filter(
    ({ slug }, place, all) => all.findIndex((one) => one.slug === slug) === place,
  )
  const [only] = organizations
  const alone = organizations.length === 1 && actor.organizations.length === 1
  return [
    { value: 'internal', label: words('audience.internal') },
    ...(alone && only
      ? [{ value: `organization:${only.slug}`, label: words('audience.organization') }]
      : organizations.map(({ slug, name }) => ({
          value: `organization:${slug}`,
          label: words('one.annotations.audienceOf', { organization: name }),
        }))),
    { value: 'public', label: words('audience.public') },
  ]
}
