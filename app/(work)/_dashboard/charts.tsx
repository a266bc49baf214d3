import { Section } from '@/app/_ui/layout'
import { type Count, StatusChart } from '@/app/_ui/status-bar'
import type { Dashboard } from '@/lib/overview/dashboard'
import { words } from '@/lib/platform/i18n'
import { Linked } from '../linked'
import { listOf } from '../recommendations/_list/address'
import { assignmentShares, recommendationShares } from '../shares'

/** How all stands: each share leads to what it counts. */
export const Charts = ({ seen: { recommendations, assignments } }: { seen: Dashboard }) => (
  <>
    <Chart
      title={words('dashboard.recommendations', { count: recommendations.total })}
      label={words('dashboard.recommendationsBy')}
      all={listOf({})}
      counts={recommendationShares(recommendations.byStatus, (status) => listOf({ status: [status] }))}
    />
    <Chart
      title={words('dashboard.assignments', { count: assignments.total })}
      label={words('dashboard.assignmentsBy')}
      all={listOf({ view: 'assignments' })}
      counts={assignmentShares(assignments.byStatus, (status) => listOf({ view: 'assignments', assignment: [status] }))}
    />
  </>
)

const table = { table: words('dashboard.table'), status: words('list.column.status'), count: words('dashboard.count') }

const Chart = ({ title, label, all, counts }: { title: string; label: string; all: string; counts: Count[] }) => (
  <Section card>
    <StatusChart title={<Linked text={title} to={{ all }} />} label={label} counts={counts} words={table} />
  </Section>
)
