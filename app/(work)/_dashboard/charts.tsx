import { Section } from '@/app/_ui/layout'
import { type Count, StatusChart } from '@/app/_ui/status-bar'
import type { Dashboard } from '@/lib/overview/dashboard'
import { words } from '@/lib/platform/i18n'
import { Linked } from '../linked'
import { inWords, sentence } from '../numbers'
import { listOf } from '../recommendations/_list/address'
import { assignmentShares, recommendationShares } from '../shares'

/** How all stands: each share leads to what it counts. Findings, which ask for nothing, stand apart. */
export const Charts = ({ seen: { recommendations, assignments } }: { seen: Dashboard }) => (
  <>
    <Chart
      title={words('dashboard.actions', { count: recommendations.action.total })}
      label={words('dashboard.actionsBy')}
      all={listOf({ kind: 'action' })}
      counts={recommendationShares(recommendations.action.byStatus, (status) =>
        listOf({ kind: 'action', status: [status] }),
      )}
    >
      <Findings {...recommendations.finding} />
    </Chart>
    <Chart
      title={words('dashboard.assignments', { count: assignments.total })}
      label={words('dashboard.assignmentsBy')}
      all={listOf({ view: 'assignments' })}
      counts={assignmentShares(assignments.byStatus, (status) => listOf({ view: 'assignments', assignment: [status] }))}
    />
  </>
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

const table = { table: words('dashboard.table'), status: words('list.column.status'), count: words('dashboard.count') }

type ChartProps = { title: string; label: string; all: string; counts: Count[]; children?: React.ReactNode }

const Chart = ({ title, label, all, counts, children }: ChartProps) => (
  <Section card>
    <StatusChart title={<Linked text={title} to={{ all }} />} label={label} counts={counts} words={table} />
    {children}
  </Section>
)
