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
import { Source } from './source'
import { WhomToAsk } from './whom-to-ask'

type Props = { actor: SignedIn; seen: Dashboard }

/** Nothing is assigned yet: not a row of zeros, but what there is, and where to begin. */
export async function DayOne({ actor, seen }: Props) {
  const { total } = seen.recommendations
  const may = mayAssign(actor)
  const [all, people] = await Promise.all([firstRecommendations(), may ? [] : whomToAsk()])
  return (
    <Page>
      {total === 0 ? <Nothing archived={seen.archived} /> : <Head seen={seen} />}
      {!may && <WhomToAsk people={people}>{words(total === 0 ? 'dayOne.askToAdd' : 'dayOne.ask')}</WhomToAsk>}
      {may && <FirstSteps all={all} total={total} />}
      {may && (
        <Row>
          <LinkButton href="/documents/new" variant={total === 0 ? 'main' : 'plain'}>
            {words('dayOne.addDocument')}
          </LinkButton>
          {total === 0 && seen.archived && (
            <LinkButton href="/documents?show=archived">{words('dayOne.bringBack')}</LinkButton>
          )}
          <LinkButton href="/people">{words('dayOne.invite')}</LinkButton>
        </Row>
      )}
      <FirstList all={all} total={total} />
    </Page>
  )
}

const Nothing = ({ archived }: { archived: boolean | undefined }) =>
  archived ? (
    <PageHead title={words('dayOne.archived')}>
      <p>{words('dayOne.archivedAbout')}</p>
    </PageHead>
  ) : (
    <PageHead title={words('dayOne.empty')}>
      <p>{words('dayOne.emptyAbout')}</p>
    </PageHead>
  )

function Head({ seen }: { seen: Dashboard }) {
  const { total, action, finding } = seen.recommendations
  const asking = words('dayOne.actions', { number: inWords(action.total), count: action.total })
  const noted = words('dayOne.findings', { number: inWords(finding.total), count: finding.total })
  return (
    <PageHead title={words('dayOne.title', { number: inWords(total), count: total })}>
      <p>
        {sentence(asking)} {finding.total > 0 && sentence(noted)}
      </p>
      <Source seen={seen} />
    </PageHead>
  )
}
