import { Section } from '@/app/_ui/layout'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import { TokensTable } from '@/app/(work)/_components/tokens-table'
import type { Person } from '@/lib/people/queries'
import type { SignedIn } from '@/lib/people/session'
import { tokensOf } from '@/lib/people/tokens'
import { t } from '@/lib/platform/i18n'
import { takeTheirToken } from './actions'

type Props = { actor: SignedIn; person: Person; done: Done }

/** The tokens of a person, which administrators can revoke. Renders nothing if there are none. */
export async function TokensOfOthers({ actor, person: { id }, done }: Props) {
  const tokens = await tokensOf(actor, id)
  if (tokens.length === 0) return null
  return (
    <Section title={t('settings.tokens.title')} id="tokens">
      <SavedNotice done={done} section="tokens" />
      <TokensTable tokens={tokens} revoke={takeTheirToken} owner={id} />
    </Section>
  )
}
