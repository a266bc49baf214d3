import { type OrganizationFilters, organizationListAddress } from '@/app/_addresses/organization-list'
import { LinkButton } from '@/app/_ui/button'
import { EmptyState } from '@/app/_ui/empty-state'
import { InlineFields } from '@/app/_ui/form-layout'
import { TextField } from '@/app/_ui/inputs'
import { Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { ShownDayField } from '@/app/(work)/_components/shown-day-field'
import type { OrganizationList } from '@/lib/organizations/queries'
import { t } from '@/lib/platform/i18n'
import { WorkloadRow } from './workload-row'
import css from './workload-row.module.css'

type Props = { list: OrganizationList; filters: OrganizationFilters; keeps: boolean }

/** The organizations in the list, with their assignments. */
export function OrganizationRows({ list: { items, next, total }, filters, keeps }: Props) {
  return (
    <Stack>
      <Search {...filters} />
      <Row spread>
        <b>{t('organizations.total', { count: total })}</b>
        <Shows filters={filters} keeps={keeps} />
      </Row>
      {items.length === 0 ? (
        <Nothing {...filters} />
      ) : (
        <ul className={css.rows} aria-label={t('organizations.list')} data-rows="">
          {items.map((organization) => (
            <WorkloadRow key={organization.slug} organization={organization} />
          ))}
        </ul>
      )}
      {next && (
        <Pager
          label={t('organizations.pages')}
          next={{ href: organizationListAddress({ ...filters, after: next }), label: t('organizations.next') }}
        >
          {t('organizations.range', { first: items[0]?.name ?? '', last: items.at(-1)?.name ?? '' })}
        </Pager>
      )}
    </Stack>
  )
}

const Search = ({ q, show }: OrganizationFilters) => (
  <search>
    <form action="/organizations">
      <ShownDayField />
      {show && <input type="hidden" name="show" value={show} />}
      <InlineFields>
        <TextField name="q" id="organizations-q" label={t('organizations.find')} type="search" defaultValue={q} />
        <SubmitButton variant="plain">{t('organizations.findSend')}</SubmitButton>
      </InlineFields>
    </form>
  </search>
)

function Shows({ filters: { q, show }, keeps }: { filters: OrganizationFilters; keeps: boolean }) {
  const all = [undefined, 'assigned', 'overdue', ...(keeps ? ['archived' as const] : [])] as const
  const items = all.map((one) => ({
    href: organizationListAddress({ q, show: one }),
    label: t(`organizations.show.${one ?? 'all'}`),
    current: one === show,
  }))
  return <Tabs label={t('organizations.shows')} items={items} />
}

/** Says why the list is empty, and which filter to remove. */
function Nothing({ q, show, after }: OrganizationFilters) {
  const all = <LinkButton href={organizationListAddress({})}>{t('organizations.showAll')}</LinkButton>
  if (q || after) {
    return (
      <EmptyState title={t('organizations.notFound')} action={all}>
        {t('organizations.notFoundAbout')}
      </EmptyState>
    )
  }
  if (show === 'overdue') return <EmptyState title={t('organizations.nothingOverdue')} action={all} />
  if (show === 'assigned') return <EmptyState title={t('organizations.nothingAssigned')} action={all} />
  if (show === 'archived') return <EmptyState title={t('organizations.nothingArchived')} action={all} />
  return <EmptyState title={t('organizations.none')}>{t('organizations.noneAbout')}</EmptyState>
}
