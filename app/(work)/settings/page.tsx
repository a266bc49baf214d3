import type { Metadata } from 'next'
import { Page, PageHead } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { mayAdminister } from '@/lib/people/policy'
import { findAccount } from '@/lib/people/queries'
import { sessionsOf } from '@/lib/people/sessions'
import { tokensOf } from '@/lib/people/tokens'
import { words } from '@/lib/platform/i18n'
import { Instance } from './instance'
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
      {mayAdminister(actor) && <Instance />}
    </Page>
  )
}
