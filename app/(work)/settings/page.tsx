import type { Metadata } from 'next'
import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead, Row, Section } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { mayEditInstance } from '@/lib/instance/policy'
import { findAccount } from '@/lib/people/queries'
import { sessionsOf } from '@/lib/people/sessions'
import { tokensOf } from '@/lib/people/tokens'
import { words } from '@/lib/platform/i18n'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { Sessions } from './sessions'
import { Tokens } from './tokens'

export const metadata: Metadata = { title: words('settings.title') }

export default async function SettingsPage({ searchParams }: PageProps<'/settings'>) {
  const actor = await signedIn()
  const { done } = await searchParams
  const [account, sessions, tokens] = await Promise.all([findAccount(actor), sessionsOf(actor.id), tokensOf(actor.id)])
  return (
    <Page>
      <PageHead title={words('settings.title')}>
        <p>{words('settings.about', { email: account.email })}</p>
      </PageHead>
      <NameForm name={account.name} version={account.version} done={done} />
      {account.hasPassword && <PasswordForm email={account.email} done={done} />}
      <Sessions sessions={sessions} current={actor.sessionId} done={done} />
      <Tokens tokens={tokens} owner={actor} done={done} />
      {mayEditInstance(actor) && (
        <Section title={words('settings.instance.title')} id="instance" card>
          <p>{words('settings.instance.about')}</p>
          <Row>
            <LinkButton href="/settings/instance">{words('settings.instance.open')}</LinkButton>
          </Row>
        </Section>
      )}
    </Page>
  )
}
