import { PageHead } from '@/app/_ui/layout'
import { Late } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { Linked } from '../linked'
import { inWords, sentence } from '../numbers'
import { listOf } from '../recommendations/_list/address'
import { Source } from './source'
import { WhomToAsk } from './whom-to-ask'

type Props = { actor: SignedIn; seen: Dashboard }

const to = {
  done: listOf({ kind: 'action', status: ['implemented', 'verified'] }),
  verified: listOf({ kind: 'action', status: ['verified'] }),
  actions: listOf({ kind: 'action' }),
  overdue: listOf({ view: 'assignments', due: 'overdue' }),
  unassigned: listOf({ status: ['unassigned'] }),
}

/** How many organizations the title says; of the others it says how many. */
const most = 3

/** The sentence that answers the question. For a focal point that of their organizations comes first. */
export async function Headline({ actor, seen }: Props) {
  const own = actor.role === 'focal_point' ? actor.organizations : []
  const alone = actor.role === 'focal_point' && own.length === 0
  const all = <Linked text={overall(seen)} to={to} />
  return (
    <PageHead title={own.length > 0 ? <Own organizations={own} seen={seen} /> : all}>
      {own.length > 0 && <p>{all}</p>}
      {alone && <WhomToAsk people={await whomToAsk()}>{words('dashboard.noOrganization')}</WhomToAsk>}
      <Source seen={seen} />
    </PageHead>
  )
}

function overall({ recommendations: { action }, assignments: { overdue } }: Dashboard) {
  const { unassigned = 0, implemented = 0, verified = 0 } = action.byStatus
  const finished = implemented + verified
  const done = words('dashboard.done', {
    done: inWords(finished),
    count: finished,
    actions: inWords(action.total),
    of: action.total,
    verified,
    verifiedNumber: inWords(verified),
  })
  const stuck = words('dashboard.stuck', {
    late: overdue > 0 ? 'some' : 'none',
    overdue: inWords(overdue),
    count: overdue,
    open: unassigned > 0 ? 'some' : 'none',
    unassigned: inWords(unassigned),
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
          <Linked text={words('dashboard.ownMore', { count: more })} to={{ work: '/my-work' }} />
        </div>
      )}
    </>
  )
}

function One({ slug, name, total, overdue }: { slug: string; name: string; total: number; overdue: number }) {
  const whose = { view: 'assignments', organization: slug }
  if (total === 0) return <div>{`${words('dashboard.own', { name })} ${words('dashboard.nothingOwn')}`}</div>
  return (
    <div>
      {words('dashboard.own', { name })} <a href={listOf(whose)}>{words('list.assignmentCount', { count: total })}</a>
      {overdue > 0 && (
        <>
          {', '}
          <Late>
            <a href={listOf({ ...whose, due: 'overdue' })}>{words('dashboard.overdue', { count: overdue })}</a>
          </Late>
        </>
      )}
    </div>
  )
}
