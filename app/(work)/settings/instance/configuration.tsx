import { Fact, Facts } from '@/app/_ui/facts'
import { Section } from '@/app/_ui/layout'
import { provider, providerName } from '@/lib/people/openid'
import { config } from '@/lib/platform/config'
import { t } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { origin } from '@/lib/platform/origin'
import { version } from '@/package.json'

/** The configuration of this instance. Administrators see it here, and change it in the environment. */
export const Configuration = () => (
  <Section title={t('settings.instance.setup')} id="setup" card>
    <p>{t('settings.instance.setupAbout')}</p>
    <Facts>
      <Fact term={t('settings.instance.version')}>{version}</Fact>
      <Fact term={t('settings.instance.address')}>{origin}</Fact>
      <Fact term={t('settings.instance.timeZone')}>{config.TIME_ZONE}</Fact>
      <Fact term={t('settings.instance.mail')}>
        {sendsMail ? t('settings.instance.mailFrom', { sender: config.MAIL_FROM }) : t('settings.instance.noMail')}
      </Fact>
      <Fact term={t('settings.instance.signIn')}>
        {provider
          ? t('settings.instance.provider', { name: providerName(), issuer: provider.issuer })
          : t('settings.instance.passwords')}
      </Fact>
    </Facts>
  </Section>
)
