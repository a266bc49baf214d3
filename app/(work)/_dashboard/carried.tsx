import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { StatusBar } from '@/app/_ui/status-bar'
import { Late } from '@/app/_ui/text'
import type { Dashboard } from '@/lib/overview/dashboard'
import type { PartyTally } from '@/lib/overview/parties'
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
        <Party
          key={party.slug}
          party={party}
          name={party.name}
          href={`/organizations/${party.slug}`}
          whose={{ organization: party.slug }}
        />
      ))}
      {groups.map((party) => (
        <Party
          key={party.slug}
          party={party}
          name={words('dashboard.members', { name: party.name, count: party.organizations })}
          href={`/groups/${party.slug}`}
          whose={{ group: party.slug }}
        />
      ))}
    </Rows>
  </Section>
)

type PartyProps = { party: PartyTally; name: string; href: string; whose: { organization?: string; group?: string } }

function Party({ party: { total, overdue, byStatus }, name, href, whose }: PartyProps) {
  const owed = { view: 'assignments', ...whose }
  return (
    <li>
      <a href={href} dir="auto">
        {name}
      </a>
      <StatusBar
        label={words('dashboard.carries', { name })}
        counts={assignmentShares(byStatus, (status) => listOf({ ...owed, assignment: [status] }))}
      />
      <small>
        <a href={listOf(owed)}>{words('list.assignmentCount', { count: total })}</a>
        {overdue > 0 && (
          <>
            <br />
            <Late>
              <a href={listOf({ ...owed, due: 'overdue' })}>{words('dashboard.overdue', { count: overdue })}</a>
            </Late>
          </>
        )}
      </small>
    </li>
  )
}
