import { ActionForm } from '@/app/_ui/action-form'
import { FormCheck, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { TogglePanel } from '@/app/_ui/toggle-panel'
import type { Person } from '@/lib/people/queries'
import { t } from '@/lib/platform/i18n'
import { eraseName } from './actions'

/** Erases the name and the email address of a person as the law requires, and closes their account. */
export const EraseForm = ({ person: { id, name, email, version } }: { person: Person }) => (
  <Section title={t('erasure.open')} id="erase" card>
    <TogglePanel label={t('people.erased.open')} variant="danger" start>
      <ActionForm key={version} action={eraseName} prefix="erase-" version={version} buttonsOnly>
        <FormHidden name="id" value={id} />
        <Fields>
          <p>{t('people.erased.about', { name, email })}</p>
          <p>{t('people.erased.stays')}</p>
          <FormTextArea name="reason" label={t('erasure.reason')} hint={t('people.erased.reasonHint')} rows={3} />
          <FormCheck name="confirm" label={t('erasure.confirm')} />
          <Row>
            <SubmitButton variant="danger">{t('erasure.send')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    </TogglePanel>
  </Section>
)
