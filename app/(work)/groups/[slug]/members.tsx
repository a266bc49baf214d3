import { groupAddress } from '@/app/_addresses/group'
import { organizationAddress } from '@/app/_addresses/organization'
import { ActionForm } from '@/app/_ui/action-form'
import { Card } from '@/app/_ui/card'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormHidden } from '@/app/_ui/form-fields'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { StatusChart } from '@/app/_ui/status-bar'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Overdue } from '@/app/_ui/text'
import { assignmentShares } from '@/app/(work)/_components/status-counts'
import { type Group, membersPerPage } from '@/lib/organizations/group-queries'
import { t } from '@/lib/platform/i18n'
import { takeOut } from './actions'
import css from './members.module.css'

/**
 * The work of all members of a group, and their names. People who may change the group can select members to remove.
 */
export function Members({ group, page, keeps }: { group: Group; page: number; keeps: boolean }) {
  const { slug, organizations, members, counts } = group
  if (members === 0) {
    return <EmptyState title={t('group.none')}>{t(keeps ? 'group.noneAbout' : 'group.noneAboutOthers')}</EmptyState>
  }
  return (
    <>
      <Together counts={counts} />
      <Section title={t('group.members')} id="members">
        {keeps ? (
          <ActionForm key={`${page} ${members}`} action={takeOut} prefix="out-" buttonsOnly>
            <FormHidden name="group" value={slug} />
            <Stack>
              <List organizations={organizations} keeps />
              <Row>
                <SubmitButton variant="danger">{t('group.remove')}</SubmitButton>
                <small>{t('group.removeAbout')}</small>
              </Row>
            </Stack>
          </ActionForm>
        ) : (
          <List organizations={organizations} />
        )}
        {members > membersPerPage && <Pages group={group} page={page} />}
      </Section>
    </>
  )
}

type Organizations = Pick<Group, 'organizations'>

function Pages({ group: { slug, members }, page }: { group: Group; page: number }) {
  const [from, to] = [page * membersPerPage, Math.min((page + 1) * membersPerPage, members)]
  const at = (members: number) => groupAddress(slug, { members })
  return (
    <Pager
      label={t('group.pages')}
      previous={page > 0 ? { href: at(page - 1), label: t('recommendation.assignments.previousMembers') } : undefined}
      next={to < members ? { href: at(page + 1), label: t('recommendation.assignments.nextMembers') } : undefined}
    >
      {from < to && t('recommendation.assignments.shownMembers', { from: from + 1, to, count: members })}
    </Pager>
  )
}

function Together({ counts: byStatus }: Pick<Group, 'counts'>) {
  const counts = assignmentShares(byStatus)
  const count = counts.reduce((sum, share) => sum + share.count, 0)
  if (count === 0) return null
  return (
    <Card>
      <StatusChart
        title={t('organization.chart', { count })}
        counts={counts}
        words={{
          table: t('organization.table'),
          status: t('organization.status'),
          count: t('organization.count'),
        }}
      />
    </Card>
  )
}

const List = ({ organizations, keeps }: Organizations & { keeps?: boolean }) => (
  <ul className={css.members} aria-label={t('group.members')}>
    {organizations.map(({ slug, name, assignments, overdue }) => (
      <li key={slug}>
        {keeps && <input type="checkbox" name="organizations" value={slug} aria-label={name} />}
        <a href={organizationAddress(slug)} dir="auto">
          {name}
        </a>
        <small>
          {overdue > 0 ? (
            <Overdue>{t('organizations.overdue', { count: overdue })}</Overdue>
          ) : (
            assignments > 0 && t('organizations.load', { count: assignments })
          )}
        </small>
      </li>
    ))}
  </ul>
)
