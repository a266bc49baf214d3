import { ActionForm } from '@/app/_ui/action-form'
import { Brand } from '@/app/_ui/brand'
import { Confirm } from '@/app/_ui/confirm'
import { FormFile } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Instance } from '@/lib/instance/shown'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../../done'
import { saveLogo, takeLogoAway } from './actions'

type Props = { instance: Instance; done: Done }

export const LogoForm = ({ instance, done }: Props) => (
  <Section title={words('settings.instance.logo')} id="logo" card>
    <Saved done={done} section="logo" />
    {instance.logo ? <Brand {...instance} /> : <p>{words('settings.instance.logoNone')}</p>}
    <ActionForm action={saveLogo} prefix="logo-" version={instance.version}>
      <Fields>
        <FormFile
          name="logo"
          label={words('settings.instance.logoFile')}
          hint={words('settings.instance.logoAbout')}
          accept="image/png,image/jpeg,image/webp"
          required
        />
        <Row>
          <SubmitButton>{words('settings.instance.logoSend')}</SubmitButton>
        </Row>
      </Fields>
    </ActionForm>
    {instance.logo && (
      <ActionForm action={takeLogoAway} prefix="no-logo-" version={instance.version}>
        <Confirm label={words('settings.instance.logoRemoveAsk')} about={words('settings.instance.logoRemoveAbout')}>
          <SubmitButton variant="danger">{words('settings.instance.logoRemove')}</SubmitButton>
        </Confirm>
      </ActionForm>
    )}
  </Section>
)
