import type { Metadata } from 'next'
import { Page, Split } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { dashboard } from '@/lib/overview/dashboard'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { Attention } from './_dashboard/attention'
import { Carried } from './_dashboard/carried'
import { Changed } from './_dashboard/changed'
import { Charts } from './_dashboard/charts'
import { DayOne } from './_dashboard/day-one'
import { Headline } from './_dashboard/headline'
import { OnMe } from './_dashboard/on-me'
import { Reached } from './_dashboard/reached'

export const metadata: Metadata = { title: words('menu.dashboard') }

/** Who has nothing to do here: what was reached lately takes the place of their work. */
const onlyReads = ({ role, organizations }: SignedIn) => role === 'viewer' && organizations.length === 0

export default async function DashboardPage() {
  const actor = await signedIn()
  const seen = await dashboard(actor)
  if (seen.assignments.total === 0) return <DayOne actor={actor} seen={seen} />
  return (
    <Page>
      <Headline actor={actor} seen={seen} />
      <Split
        first={onlyReads(actor) ? undefined : <OnMe actor={actor} seen={seen} />}
        aside={
          <>
            <Reached seen={seen} />
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
