import { ActionForm } from '@/app/_ui/action-form'
import { FormEmail } from '@/app/_ui/form-email'
import { FormHidden, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { ConfirmSimilar } from '@/app/(work)/_components/confirm-similar'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import type { Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { correct } from './actions'

/** Corrects the name and the email of a person, for administrators. */
export const CorrectForm = ({ person: { id, version, name, email }, done }: { person: Person; done: Done }) => (
  <Section title={t('people.correct.title')} id="details" card>
    <SavedNotice done={done} section="details" />
    <ActionForm action={correct} prefix="details-" version={version}>
      <Fields>
        <FormHidden name="id" value={id} />
        <FieldRow>
          <FormText name="name" label={t('people.name')} autoComplete="off" defaultValue={name} required />
          <FormEmail
            name="email"
            label={t('people.email')}
            hint={t('people.correct.emailHint')}
            autoComplete="off"
            defaultValue={email}
            required
          />
        </FieldRow>
        <ConfirmSimilar />
        <Row>
          <SubmitButton>{t('people.save')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
  </Section>
)
