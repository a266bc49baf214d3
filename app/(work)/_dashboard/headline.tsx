import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { PageHead } from '@/app/_ui/layout'
import { Contacts } from '@/app/(work)/_components/contacts'
import { numberInWords, sentence } from '@/app/(work)/_components/number-words'
import { OverdueLink } from '@/app/(work)/_components/overdue-link'
import { TextWithLinks } from '@/app/(work)/_components/text-with-links'
import { contactsFor } from '@/lib/overview/contacts'
import type { Dashboard } from '@/lib/overview/dashboard'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { Source } from './source'

type Props = { actor: SignedIn; seen: Dashboard }

/** The lists that the sentences link to, of the day that is shown. */
const lists = () => ({
  done: recommendationListAddress({ kind: 'action', status: ['implemented', 'verified'] }),
  verified: recommendationListAddress({ kind: 'action', status: ['verified'] }),
  actions: recommendationListAddress({ kind: 'action' }),
  overdue: recommendationListAddress({ view: 'assignments', due: 'overdue' }),
  unassigned: recommendationListAddress({ status: ['unassigned'] }),
})

/** The number of organizations that the title names. It only counts the others. */
const most = 3

/** A sentence about the state of the work. For a focal point it is about their organizations first. */
export async function Headline({ actor, seen }: Props) {
  const own = actor.role === 'focal_point' ? actor.organizations : []
  const alone = actor.role === 'focal_point' && own.length === 0
  const all = <TextWithLinks text={overall(seen)} to={lists()} />
  return (
    <PageHead title={own.length > 0 ? <Own organizations={own} seen={seen} /> : all}>
      {own.length > 0 && <p>{all}</p>}
      {alone && <Contacts people={await contactsFor(actor)}>{t('dashboard.noOrganization')}</Contacts>}
      <Source seen={seen} />
    </PageHead>
  )
}

function overall({ recommendations: { action }, assignments: { overdue, byStatus } }: Dashboard) {
  const { unassigned = 0, implemented = 0, verified = 0 } = action.byStatus
  const finished = implemented + verified
  const done = t('dashboard.done', {
    done: numberInWords(finished),
    count: finished,
    actions: numberInWords(action.total),
    of: action.total,
    verified,
    partly: (byStatus.verified ?? 0) > 0 ? 'yes' : 'no',
    verifiedNumber: numberInWords(verified),
  })
  const stuck = t('dashboard.stuck', {
    late: overdue > 0 ? 'some' : 'none',
    overdue: numberInWords(overdue),
    count: overdue,
    open: unassigned > 0 ? 'some' : 'none',
    unassigned: numberInWords(unassigned),
    withNobody: unassigned,
  })
  return `${action.total > 0 ? `${sentence(done)} ` : ''}${sentence(stuck)}`
}

function Own({ organizations, seen }: { organizations: SignedIn['organizations']; seen: Dashboard }) {
  const more = organizations.length - most
  return (
    <>
      {organizations.slice(0, most).map(({ slug, name }) => {
        const { total = 0, overdue = 0 } = seen.own.find((one) => one.slug === slug) ?? {}
        return <One key={slug} slug={slug} name={name} total={total} overdue={overdue} />
      })}
      {more > 0 && (
        <div>
          <TextWithLinks text={t('dashboard.ownMore', { count: more })} to={{ work: '/my-work' }} />
        </div>
      )}
    </>
  )
}

function One({ slug, name, total, overdue }: { slug: string; name: string; total: number; overdue: number }) {
  const whose = { view: 'assignments', organization: slug }
  if (total === 0) return <div>{`${t('dashboard.own', { name })} ${t('dashboard.nothingOwn')}`}</div>
  return (
    <div>
      {t('dashboard.own', { name })}{' '}
      <a href={recommendationListAddress(whose)}>{t('list.assignmentCount', { count: total })}</a>
      {overdue > 0 && (
        <>
          {', '}
          <OverdueLink count={overdue} whose={{ organization: slug }} />
        </>
      )}
    </div>
  )
}
