import { ActionForm } from '@/app/_ui/action-form'
import { FormSelect } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import { t } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { MailFrequency } from '@/prisma/generated/enums'
import { saveMailFrequency } from './actions'

/** How often somebody gets emails of their notifications. */
export const MailFrequencyForm = ({ frequency, done }: { frequency: MailFrequency; done: Done }) => (
  <Section title={t('settings.notifications.title')} id="notifications" card>
    <SavedNotice done={done} section="notifications" />
    {sendsMail ? (
      <ActionForm action={saveMailFrequency} prefix="notifications-">
        <Fields>
          <FormSelect
            name="frequency"
            label={t('settings.notifications.frequency')}
            defaultValue={frequency}
            options={Object.values(MailFrequency).map((value) => ({
              value,
              label: t(`settings.notifications.frequencies.${value}`),
            }))}
          />
          <Row>
            <SubmitButton>{t('people.save')}</SubmitButton>
          </Row>
        </Fields>
      </ActionForm>
    ) : (
      <p>{t('settings.notifications.noMail')}</p>
    )}
  </Section>
)
