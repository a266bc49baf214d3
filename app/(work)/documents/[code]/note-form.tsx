import { documentAddress } from '@/app/_addresses/document'
import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { Quoted } from '@/app/_ui/quoted'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { MentionField } from '@/app/(work)/_components/mention-field'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import { cut, type Span } from '@/lib/reading/sentences'
import { addTextNote } from './actions'
import type { Open } from './mode'

type Props = Open & { actor: SignedIn; edition: number; text: string; recommendation: string; chosen: Span }

/** Annotates the chosen sentence. By default, everyone who is signed in can read it. */
export const NoteForm = ({
  actor,
  code,
  part,
  language,
  edition,
  text,
  recommendation,
  chosen: { start, end },
}: Props) => (
  <Section id="noting" title={t('recommendation.annotations.add')} card>
    <ActionForm
      action={addTextNote}
      prefix="note-"
      keep={`note ${recommendation} ${start}`}
      focus
      key={`${recommendation} ${start} ${end}`}
    >
      <FormHidden name="id" value={newId()} />
      <FormHidden name="code" value={code} />
      <FormHidden name="key" value={recommendation} />
      <FormHidden name="edition" value={edition} />
      <FormHidden name="start" value={start} />
      <FormHidden name="end" value={end} />
      <Fields>
        <Quoted lang={language}>
          <mark>{cut(text, { start, end })}</mark>
        </Quoted>
        <MentionField
          name="body"
          label={t('recommendation.annotations.field')}
          hint={t('recommendation.annotations.hint')}
          rows={5}
        />
        <FormSelect
          name="audience"
          label={t('recommendation.annotations.audience')}
          defaultValue="internal"
          options={audiencesFor(actor)}
        />
        <Row>
          <SubmitButton>{t('recommendation.annotations.add')}</SubmitButton>
          <SoftLink href={documentAddress(code, { edit: 'note', part })}>{t('organizations.cancel')}</SoftLink>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)

const audiencesFor = ({ organizations }: SignedIn) => [
  { value: 'internal', label: t('audience.internal') },
  ...organizations.map(({ slug, name }) => ({
    value: `organization:${slug}`,
    label: t('recommendation.annotations.audienceOf', { organization: name }),
  })),
  { value: 'public', label: t('audience.public') },
]
