import { groupAddress } from '@/app/_addresses/group'
import { organizationAddress } from '@/app/_addresses/organization'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { StatusBar } from '@/app/_ui/status-bar'
import { OverdueLink } from '@/app/(work)/_components/overdue-link'
import { assignmentShares } from '@/app/(work)/_components/status-counts'
import type { Dashboard } from '@/lib/overview/dashboard'
import type { PartyTotals } from '@/lib/overview/organization-figures'
import { t } from '@/lib/platform/i18n'

/**
 * The assignments of each organization. Those that came through a group are one row. Bars of organizations have one scale,
 * and bars of groups another, because a group can have a hundred times as many assignments.
 */
export function AssignmentsByOrganization({ seen: { organizations, groups } }: { seen: Dashboard }) {
  return (
    <Section
      title={t('dashboard.byOrganization')}
      actions={
        <small>
          <a href={recommendationListAddress({ view: 'matrix' })}>{t('dashboard.matrix')}</a>
        </small>
      }
    >
      <Rows columns="who">
        {organizations.map((party) => (
          <Party
            key={party.slug}
            party={party}
            most={largest(organizations)}
            name={party.name}
            href={organizationAddress(party.slug)}
            whose={{ organization: party.slug }}
          />
        ))}
        {groups.map((party) => (
          <Party
            key={party.slug}
            party={party}
            most={largest(groups)}
            name={t('dashboard.members', { name: party.name, count: party.organizations })}
            href={groupAddress(party.slug)}
            whose={{ group: party.slug }}
          />
        ))}
      </Rows>
    </Section>
  )
}

const largest = (parties: readonly PartyTotals[]) => Math.max(...parties.map(({ total }) => total))

type PartyProps = {
  party: PartyTotals
  /** The largest total among the rows of its kind. */
  most: number
  name: string
  href: string
  whose: { organization?: string; group?: string }
}

function Party({ party: { total, overdue, byStatus }, most, name, href, whose }: PartyProps) {
  const list = { view: 'assignments', ...whose }
  return (
    <li>
      <a href={href} dir="auto">
        {name}
      </a>
      <StatusBar
        label={t('dashboard.organizationByStatus', { name })}
        most={most}
        counts={assignmentShares(byStatus, (status) => recommendationListAddress({ ...list, assignment: [status] }))}
      />
      <small>
        <a href={recommendationListAddress(list)}>{t('list.assignmentCount', { count: total })}</a>
        {overdue > 0 && (
          <>
            <br />
            <OverdueLink count={overdue} whose={whose} />
          </>
        )}
      </small>
    </li>
  )
}
