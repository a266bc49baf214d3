import { Section } from '@/app/_ui/layout'
import { StatusChart, StatusCounts } from '@/app/_ui/status-bar'
import type { Dashboard } from '@/lib/overview/dashboard'
import { words } from '@/lib/platform/i18n'
import { Linked } from '../linked'
import { inWords, sentence } from '../numbers'
import { listOf } from '../recommendations/_list/address'
import { assignmentShares, recommendationShares } from '../shares'

/**
 * How all stands: each share leads to what it counts. Assignments come first, because a recommendation is under way as
 * soon as one of its organizations has begun.
 */
export const Charts = ({ seen: { recommendations, assignments } }: { seen: Dashboard }) => (
  <>
    <Assignments {...assignments} />
    <Recommendations {...recommendations} />
  </>
)

function Assignments({ total, byStatus }: Dashboard['assignments']) {
  const { not_started: notStarted = 0, implemented = 0, verified = 0 } = byStatus
  const ofStatus = (status: string) => listOf({ view: 'assignments', assignment: [status] })
  const to = { all: listOf({ view: 'assignments' }), notStarted: ofStatus('not_started') }
  const reported = verified === 0 ? 'dashboard.verifiedNone' : 'dashboard.verifiedSome'
  return (
    <Section card>
      <StatusChart
        title={<Linked text={words('dashboard.assignments', { count: total, notStarted })} to={to} />}
        label={words('dashboard.assignmentsBy')}
        counts={assignmentShares(byStatus, ofStatus)}
        words={{
          table: words('dashboard.table'),
          status: words('list.column.status'),
          count: words('dashboard.count'),
        }}
      />
      {implemented + verified > 0 && (
        <p>
          <small>
            <Linked
              text={words(reported, { count: implemented, verified })}
              to={{ implemented: ofStatus('implemented'), verified: ofStatus('verified') }}
            />
          </small>
        </p>
      )}
    </Section>
  )
}

const Recommendations = ({ action, finding }: Dashboard['recommendations']) => (
  <Section card>
    <StatusCounts
      title={
        <Linked text={words('dashboard.actions', { count: action.total })} to={{ all: listOf({ kind: 'action' }) }} />
      }
      label={words('dashboard.actionsBy')}
      counts={recommendationShares(action.byStatus, (status) => listOf({ kind: 'action', status: [status] }))}
    />
    <Findings {...finding} />
  </Section>
)

/** How many there are, and whether somebody has taken on some all the same. */
function Findings({ total, byStatus: { noted = 0, closed = 0 } }: Dashboard['recommendations']['finding']) {
  if (total === 0) return null
  const owed = total - noted - closed
  const text = words('dashboard.findings', {
    number: inWords(total),
    count: total,
    owed,
    owedNumber: inWords(owed),
  })
  const to = {
    all: listOf({ kind: 'finding' }),
    owed: listOf({ kind: 'finding', status: ['not_started', 'in_progress', 'implemented', 'verified'] }),
  }
  return (
    <p>
      <small>
        <Linked text={sentence(text)} to={to} />
      </small>
    </p>
  )
}
