import type { Metadata } from 'next'
import { Page, PageHead, Split } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { signedIn } from '@/app/signed-in'
import { listGroups } from '@/lib/organizations/group-queries'
import { mayKeepOrganizations } from '@/lib/organizations/policy'
import { listOrganizations } from '@/lib/organizations/queries'
import { words } from '@/lib/platform/i18n'
import { AddForm } from './add-form'
import { readAsked } from './asked'
import { Groups } from './groups'
import { OrganizationRows } from './organization-rows'

export const metadata: Metadata = { title: words('places.title') }

export default async function OrganizationsPage({ searchParams }: PageProps<'/organizations'>) {
  const actor = await signedIn()
  const asked = readAsked(await searchParams)
  const [list, groups] = await Promise.all([listOrganizations(actor, asked), listGroups(actor)])
  const keeps = mayKeepOrganizations(actor)

  return (
    <Page>
      <PageHead title={words('places.title')}>
        <p>{words('places.about')}</p>
      </PageHead>
      {keeps && (
        <Reveal label={words('places.add')} variant="main">
          <AddForm />
        </Reveal>
      )}
      <Split aside={<Groups groups={groups} keeps={keeps} />}>
        <OrganizationRows list={list} asked={asked} keeps={keeps} />
      </Split>
    </Page>
  )
}
