import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Instance } from '@/lib/instance/instance'
import { t } from '@/lib/platform/i18n'
import { takeLogoAway } from './actions'

/** Asks for confirmation before the logo is removed. */
export const RemoveLogo = ({ instance: { version } }: { instance: Instance }) => (
  <Section title={t('settings.instance.logo')} id="logo" card>
    <ActionForm action={takeLogoAway} prefix="no-logo-" version={version}>
      <Confirm label={t('settings.instance.logoRemoveAsk')} about={t('settings.instance.logoRemoveAbout')}>
        <SubmitButton variant="danger">{t('settings.instance.logoRemove')}</SubmitButton>
      </Confirm>
    </ActionForm>
  </Section>
)
