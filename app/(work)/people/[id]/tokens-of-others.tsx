import { Section } from '@/app/_ui/layout'
import type { Person } from '@/lib/people/queries'
import { tokensOf } from '@/lib/people/tokens'
import { words } from '@/lib/platform/i18n'
import { type Done, Saved } from '../../done'
import { TokensTable } from '../../settings/tokens-table'
import { takeTheirToken } from './actions'

/** An administrator sees which programs act as somebody, and stops them. Nothing, where none does. */
export async function TokensOfOthers({ person: { id }, done }: { person: Person; done: Done }) {
  const tokens = await tokensOf(id)
  if (tokens.length === 0) return null
  return (
    <Section title={words('settings.tokens.title')} id="tokens">
      <Saved done={done} section="tokens" />
      <TokensTable tokens={tokens} revoke={takeTheirToken} owner={id} />
    </Section>
  )
}
