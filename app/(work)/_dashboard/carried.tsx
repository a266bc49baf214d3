import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { StatusBar } from '@/app/_ui/status-bar'
import { Late } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import type { PartyTally } from '@/lib/overview/tallies'
import { words } from '@/lib/platform/i18n'
import { listOf } from '../recommendations/_list/address'
import { assignmentShares } from '../shares'

/** Which organizations owe what; what came by a group is one row. */
export const Carried = ({ seen: { organizations, groups } }: { seen: Dashboard }) => (
  <Section
    title={words('dashboard.carried')}
    actions={
      <small>
        <a href={listOf({ view: 'matrix' })}>{words('dashboard.matrix')}</a>
      </small>
    }
  >
    <Rows columns="who">
      {organizations.map((party) => (
        <Party key={party.slug} party={party} href={`/organizations/${party.slug}`} filter="organization" />
      ))}
      {groups.map((party) => (
        <Party key={party.slug} party={party} href={`/groups/${party.slug}`} filter="group" />
      ))}
    </Rows>
  </Section>
)

type PartyProps = { party: PartyTally; href: string; filter: 'organization' | 'group' }

function Party({ party: { slug, name, total, overdue, byStatus }, href, filter }: PartyProps) {
  const whose = { view: 'assignments', [filter]: slug }
  return (
    <li>
      <a href={href}>{name}</a>
      <StatusBar
        label={words('dashboard.carries', { name })}
        counts={assignmentShares(byStatus, (status) => listOf({ ...whose, assignment: [status] }))}
      />
      <small>
        <a href={listOf(whose)}>{words('list.assignmentCount', { count: total })}</a>
        {overdue > 0 && (
          <>
            {', '}
            <Late>
              <a href={listOf({ ...whose, due: 'overdue' })}>{words('dashboard.overdue', { count: overdue })}</a>
            </Late>
          </>
        )}
      </small>
    </li>
  )
}
