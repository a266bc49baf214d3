import { LinkButton } from '@/app/_ui/button'
import { Page, PageHead, Row } from '@/app/_ui/layout'
import { Contacts } from '@/app/(work)/_components/contacts'
import { numberInWords, sentence } from '@/app/(work)/_components/number-words'
import { mayAssign } from '@/lib/assignments/policy'
import { contactsFor } from '@/lib/overview/contacts'
import type { Dashboard } from '@/lib/overview/dashboard'
import { firstRecommendations } from '@/lib/overview/getting-started'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { FirstList } from './first-list'
import { FirstSteps } from './first-steps'
import { Source } from './source'

type Props = { actor: SignedIn; seen: Dashboard }

/**
 * The dashboard before anything is assigned. It shows the recommendations and where to begin, in place of a row of
 * zeros.
 */
export async function GettingStarted({ actor, seen }: Props) {
  const { total } = seen.recommendations
  const may = mayAssign(actor)
  const [all, people] = await Promise.all([firstRecommendations(), may ? [] : contactsFor(actor)])
  return (
    <Page>
      {total === 0 ? <Nothing archived={seen.archived} /> : <Head seen={seen} />}
      {!may && <Contacts people={people}>{t(total === 0 ? 'gettingStarted.askToAdd' : 'gettingStarted.ask')}</Contacts>}
      {may && <FirstSteps all={all} total={total} />}
      {may && (
        <Row>
          <LinkButton href="/documents/import" variant={total === 0 ? 'main' : 'plain'}>
            {t('gettingStarted.addDocument')}
          </LinkButton>
          {total === 0 && seen.archived && (
            <LinkButton href="/documents?show=archived">{t('gettingStarted.bringBack')}</LinkButton>
          )}
          <LinkButton href="/people">{t('gettingStarted.invite')}</LinkButton>
        </Row>
      )}
      <FirstList all={all} total={total} />
    </Page>
  )
}

const Nothing = ({ archived }: { archived: boolean | undefined }) =>
  archived ? (
    <PageHead title={t('gettingStarted.archived')}>
      <p>{t('gettingStarted.archivedAbout')}</p>
    </PageHead>
  ) : (
    <PageHead title={t('gettingStarted.empty')}>
      <p>{t('gettingStarted.emptyAbout')}</p>
    </PageHead>
  )

function Head({ seen }: { seen: Dashboard }) {
  const { total, action, finding } = seen.recommendations
  const asking = t('gettingStarted.actions', { number: numberInWords(action.total), count: action.total })
  const noted = t('gettingStarted.findings', { number: numberInWords(finding.total), count: finding.total })
  return (
    <PageHead title={t('gettingStarted.title', { number: numberInWords(total), count: total })}>
      <p>
        {sentence(asking)} {finding.total > 0 && sentence(noted)}
      </p>
      <Source seen={seen} />
    </PageHead>
  )
}
