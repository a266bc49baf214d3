import { PageHead } from '@/app/_ui/layout'
import { Late } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import type { PartyTally } from '@/lib/overview/tallies'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import type { SignedIn } from '@/lib/people/session'
import { dateInWords, words } from '@/lib/platform/i18n'
import { Linked } from '../linked'
import { inWords, sentence } from '../numbers'
import { listOf } from '../recommendations/_list/address'
import { WhomToAsk } from './whom-to-ask'

type Props = { actor: SignedIn; seen: Dashboard }

const to = {
  done: listOf({ kind: 'action', status: ['implemented', 'verified'] }),
  actions: listOf({ kind: 'action' }),
  overdue: listOf({ view: 'assignments', due: 'overdue' }),
  unassigned: listOf({ status: ['unassigned'] }),
}

/** The sentence that answers the question. For a focal point that of their organizations comes first. */
export async function Headline({ actor, seen }: Props) {
  const own = actor.role === 'focal_point' ? seen.own : []
  const alone = actor.role === 'focal_point' && actor.organizations.length === 0
  const all = <Linked text={overall(seen)} to={to} />
  return (
    <PageHead title={own.length > 0 ? own.map((one) => <Own key={one.slug} organization={one} />) : all}>
      {own.length > 0 && <p>{all}</p>}
      {alone && <WhomToAsk people={await whomToAsk()}>{words('dashboard.noOrganization')}</WhomToAsk>}
      <p>
        <small>{words('dashboard.asOf', { date: dateInWords(seen.today) })}</small>
      </p>
    </PageHead>
  )
}

function overall({ recommendations: { actions, actionsDone, byStatus }, assignments: { overdue } }: Dashboard) {
  const unassigned = byStatus.unassigned ?? 0
  const done = words('dashboard.done', {
    done: inWords(actionsDone),
    count: actionsDone,
    actions: inWords(actions),
    of: actions,
  })
  const stuck = words('dashboard.stuck', {
    late: overdue > 0 ? 'some' : 'none',
    overdue: inWords(overdue),
    count: overdue,
    open: unassigned > 0 ? 'some' : 'none',
    unassigned: inWords(unassigned),
    withNobody: unassigned,
  })
  return `${actions > 0 ? `${sentence(done)} ` : ''}${sentence(stuck)}`
}

function Own({ organization: { slug, name, total, overdue } }: { organization: PartyTally }) {
  const whose = { view: 'assignments', organization: slug } as const
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
