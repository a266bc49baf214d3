import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { openDay } from '@/app/_addresses/open-day'
import { readOrganizationList } from '@/app/_addresses/organization-list'
import { Page, PageHead, Split } from '@/app/_ui/layout'
import { TogglePanel } from '@/app/_ui/toggle-panel'
import { DayBar, WrongDay } from '@/app/(work)/_components/day-bar'
import { listGroups } from '@/lib/organizations/group-queries'
import { mayKeepOrganizations } from '@/lib/organizations/policy'
import { listOrganizations } from '@/lib/organizations/queries'
import { t } from '@/lib/platform/i18n'
import { AddForm } from './add-form'
import { Groups } from './groups'
import { OrganizationRows } from './organization-rows'

export const generateMetadata = pageTitle('organizations.title')

export default async function OrganizationsPage({ searchParams }: PageProps<'/organizations'>) {
  const actor = await requireUser()
  const search = await searchParams
  const bar = { path: '/organizations', day: openDay(search) }
  if (bar.day.wrong) return <WrongDay {...bar} />
  const filters = readOrganizationList(search)
  const [list, groups] = await Promise.all([listOrganizations(actor, filters), listGroups(actor)])
  const keeps = mayKeepOrganizations(actor)

  return (
    <Page>
      <DayBar {...bar} />
      <PageHead title={t('organizations.title')}>
        <p>{t('organizations.about')}</p>
      </PageHead>
      {keeps && (
        <TogglePanel label={t('organizations.add')} variant="main">
          <AddForm />
        </TogglePanel>
      )}
      <Split aside={<Groups groups={groups} keeps={keeps} />}>
        <OrganizationRows list={list} filters={filters} keeps={keeps} />
      </Split>
    </Page>
  )
}
