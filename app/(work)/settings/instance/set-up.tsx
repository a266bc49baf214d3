import { Fact, Facts } from '@/app/_ui/facts'
import { Section } from '@/app/_ui/layout'
import { provider } from '@/lib/people/openid'
import { config } from '@/lib/platform/config'
import { words } from '@/lib/platform/i18n'
import { sendsMail } from '@/lib/platform/mail'
import { origin } from '@/lib/platform/origin'
import { version } from '@/package.json'

/** How Followthrough is set up here: administrators see it here, and change it in the environment. */
export const SetUp = () => (
  <Section title={words('settings.instance.setup')} id="setup" card>
    <p>{words('settings.instance.setupAbout')}</p>
    <Facts>
      <Fact term={words('settings.instance.version')}>{version}</Fact>
      <Fact term={words('settings.instance.address')}>{origin}</Fact>
      <Fact term={words('settings.instance.timeZone')}>{config.TIME_ZONE}</Fact>
      <Fact term={words('settings.instance.mail')}>
        {sendsMail
          ? words('settings.instance.mailFrom', { sender: config.MAIL_FROM })
          : words('settings.instance.noMail')}
      </Fact>
      <Fact term={words('settings.instance.signIn')}>
        {provider
          ? words('settings.instance.provider', { name: provider.name, issuer: provider.issuer })
          : words('settings.instance.passwords')}
      </Fact>
    </Facts>
  </Section>
)
