import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { dashboardAddress } from '@/app/_addresses/dashboard'
import { openDay } from '@/app/_addresses/open-day'
import { trendStateIn } from '@/app/_addresses/trend'
import { Page, Split } from '@/app/_ui/layout'
import { DayBar, WrongDay } from '@/app/(work)/_components/day-bar'
import { TrendSection } from '@/app/(work)/_components/trend'
import { dashboard } from '@/lib/overview/dashboard'
import type { SignedIn } from '@/lib/people/session'
import { Attention } from './_dashboard/attention'
import { Charts } from './_dashboard/charts'
import { GettingStarted } from './_dashboard/getting-started'
import { Headline } from './_dashboard/headline'
import { MyWork } from './_dashboard/my-work'
import { AssignmentsByOrganization } from './_dashboard/organizations'
import { RecentChanges } from './_dashboard/recent-changes'
import { Reached } from './_dashboard/recent-progress'

export const generateMetadata = pageTitle('menu.dashboard')

/** Returns whether someone has nothing to do here. They see the latest progress in place of their work. */
const onlyReads = ({ role, organizations }: SignedIn) => role === 'viewer' && organizations.length === 0

export default async function DashboardPage({ searchParams }: PageProps<'/'>) {
  const actor = await requireUser()
  const day = openDay(await searchParams)
  if (day.wrong) return <WrongDay path="/" day={day} />

  const seen = await dashboard(actor)
  if (seen.assignments.total === 0 && !day.past) return <GettingStarted actor={actor} seen={seen} />
  if (seen.recommendations.action.total + seen.recommendations.finding.total === 0) {
    return (
      <Page>
        <DayBar path="/" day={day} />
      </Page>
    )
  }
  const works = !onlyReads(actor) && seen.work !== undefined
  const changes = <RecentChanges seen={seen} />
  return (
    <Page>
      <DayBar path="/" day={day} />
      <Headline actor={actor} seen={seen} />
      <Split
        first={works && seen.work ? <MyWork actor={actor} seen={seen} work={seen.work} /> : undefined}
        aside={
          <>
            <Reached seen={seen} />
            {!works && changes}
          </>
        }
      >
        <Charts seen={seen} />
        <Attention seen={seen} />
        <AssignmentsByOrganization seen={seen} />
        <TrendSection actor={actor} shown={trendStateIn(Object.fromEntries(day.others))} to={dashboardAddress} />
        {/* Beside the reader's own work, this column would be much longer than the content here. */}
        {works && changes}
      </Split>
    </Page>
  )
}
