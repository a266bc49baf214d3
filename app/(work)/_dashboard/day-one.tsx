import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead, Row } from '@/app/_ui/layout'
import { mayAssign } from '@/lib/assignments/policy'
import type { Dashboard } from '@/lib/overview/dashboard'
import { firstRecommendations } from '@/lib/overview/day-one'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { inWords, sentence } from '../numbers'
import { FirstList } from './first-list'
import { FirstSteps } from './first-steps'
import { WhomToAsk } from './whom-to-ask'

type Props = { actor: SignedIn; seen: Dashboard }

/** Nothing is assigned yet: not a row of zeros, but what there is, and where to begin. */
export async function DayOne({ actor, seen: { recommendations } }: Props) {
  const { total, actions } = recommendations
  const findings = total - actions
  const may = mayAssign(actor)
  const [all, people] = await Promise.all([firstRecommendations(), may ? [] : whomToAsk()])
  return (
    <Page>
      {total === 0 ? (
        <PageHead title={words('dayOne.empty')}>
          <p>{words('dayOne.emptyAbout')}</p>
        </PageHead>
      ) : (
        <PageHead title={words('dayOne.title', { number: inWords(total), count: total })}>
          <p>
            {sentence(words('dayOne.actions', { number: inWords(actions), count: actions }))}{' '}
            {findings > 0 && sentence(words('dayOne.findings', { number: inWords(findings), count: findings }))}
          </p>
        </PageHead>
      )}
      {may ? <FirstSteps all={all} /> : <WhomToAsk people={people}>{words('dayOne.ask')}</WhomToAsk>}
      {may && (
        <Row>
          <LinkButton href="/documents/new">{words('dayOne.addDocument')}</LinkButton>
          <LinkButton href="/people">{words('dayOne.invite')}</LinkButton>
        </Row>
      )}
      <FirstList all={all} total={total} />
    </Page>
  )
}
