import { Empty } from '@/app/_ui/empty'
import { Stack } from '@/app/_ui/layout'
import { whomToAsk } from '@/lib/overview/whom-to-ask'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import { WhomToAsk } from '../_dashboard/whom-to-ask'
import { listOf } from '../recommendations/_list/address'

/** For who belongs to no organization: that nothing is assigned to them, what they can read, and whom to ask. */
export async function Nothing({ actor: { role } }: { actor: SignedIn }) {
  if (role === 'focal_point') {
    return <WhomToAsk people={await whomToAsk()}>{words('dashboard.noOrganization')}</WhomToAsk>
  }
  return (
    <Stack>
      <Empty title={words('work.readOnly')}>{words('work.readOnlyAbout')}</Empty>
      <ul>
        <li>
          <a href="/">{words('work.read.dashboard')}</a>
        </li>
        <li>
          <a href={listOf({ view: 'assignments', due: 'overdue' })}>{words('work.read.overdue')}</a>
        </li>
        <li>
          <a href="/history">{words('work.read.changes')}</a>
        </li>
      </ul>
      <WhomToAsk people={await whomToAsk()}>{words('dashboard.onlyReads')}</WhomToAsk>
    </Stack>
  )
}
