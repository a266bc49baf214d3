import type { Metadata } from 'next'
import { Page, Split } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { dashboard } from '@/lib/overview/dashboard'
import { words } from '@/lib/platform/i18n'
import { Attention } from './_dashboard/attention'
import { Carried } from './_dashboard/carried'
import { Changed } from './_dashboard/changed'
import { Charts } from './_dashboard/charts'
import { DayOne } from './_dashboard/day-one'
import { Headline } from './_dashboard/headline'
import { OnMe } from './_dashboard/on-me'

export const metadata: Metadata = { title: words('menu.dashboard') }

export default async function DashboardPage() {
  const actor = await signedIn()
  const seen = await dashboard(actor)
  if (seen.assignments.total === 0) return <DayOne actor={actor} seen={seen} />
  return (
    <Page>
      <Headline actor={actor} seen={seen} />
      <Split
        aside={
          <>
            <OnMe actor={actor} seen={seen} />
            <Changed seen={seen} />
          </>
        }
      >
        <Charts seen={seen} />
        <Attention seen={seen} />
        <Carried seen={seen} />
      </Split>
    </Page>
  )
}
