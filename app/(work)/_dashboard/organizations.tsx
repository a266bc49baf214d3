import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { StatusBar } from '@/app/_ui/status-bar'
import { Overdue } from '@/app/_ui/text'
import { assignmentShares } from '@/app/(work)/_components/status-counts'
import type { Dashboard } from '@/lib/overview/dashboard'
import type { PartyTally } from '@/lib/overview/organization-figures'
import { t } from '@/lib/platform/i18n'

/** The assignments of each organization. Those that came through a group are one row. */
export const AssignmentsByOrganization = ({ seen: { organizations, groups } }: { seen: Dashboard }) => (
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
          name={party.name}
          href={`/organizations/${party.slug}`}
          whose={{ organization: party.slug }}
        />
      ))}
      {groups.map((party) => (
        <Party
          key={party.slug}
          party={party}
          name={t('dashboard.members', { name: party.name, count: party.organizations })}
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
        label={t('dashboard.organizationByStatus', { name })}
        counts={assignmentShares(byStatus, (status) => recommendationListAddress({ ...owed, assignment: [status] }))}
      />
      <small>
        <a href={recommendationListAddress(owed)}>{t('list.assignmentCount', { count: total })}</a>
        {overdue > 0 && (
          <>
            <br />
            <Overdue>
              <a href={recommendationListAddress({ ...owed, due: 'overdue' })}>
                {t('dashboard.overdue', { count: overdue })}
              </a>
            </Overdue>
          </>
        )}
      </small>
    </li>
  )
}
