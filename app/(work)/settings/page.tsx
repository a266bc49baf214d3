import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead, Row, Section } from '@/app/_ui/layout'
import { mayEditInstance } from '@/lib/instance/policy'
import { mailFrequencyOf } from '@/lib/notifications/mail-frequency'
import { findAccount } from '@/lib/people/queries'
import { sessionsOf } from '@/lib/people/sessions'
import { tokensOf } from '@/lib/people/tokens'
import { t } from '@/lib/platform/i18n'
import { MailFrequencyForm } from './mail-frequency-form'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { Sessions } from './sessions'
import { Tokens } from './tokens'

export const generateMetadata = pageTitle('settings.title')

export default async function SettingsPage({ searchParams }: PageProps<'/settings'>) {
  const actor = await requireUser()
  const { done } = await searchParams
  const [account, frequency, sessions, tokens] = await Promise.all([
    findAccount(actor),
    mailFrequencyOf(actor),
    sessionsOf(actor),
    tokensOf(actor, actor.id),
  ])
  return (
    <Page>
      <PageHead title={t('settings.title')}>
        <p>{t('settings.about', { email: account.email })}</p>
      </PageHead>
      <NameForm name={account.name} version={account.version} done={done} />
      {account.hasPassword && <PasswordForm email={account.email} done={done} />}
      <MailFrequencyForm frequency={frequency} done={done} />
      <Sessions sessions={sessions} current={actor.sessionId} done={done} />
      <Tokens tokens={tokens} owner={actor} done={done} />
      {mayEditInstance(actor) && (
        <Section title={t('settings.instance.title')} id="instance" card>
          <p>{t('settings.instance.about')}</p>
          <Row>
            <LinkButton href="/settings/instance">{t('settings.instance.open')}</LinkButton>
          </Row>
        </Section>
      )}
    </Page>
  )
}
