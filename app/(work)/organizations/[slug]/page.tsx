import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { Page, Split } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { carriedBy } from '@/lib/assignments/of-organization'
import { chronicleOf } from '@/lib/history/chronicle'
import { mayKeepOrganizations } from '@/lib/organizations/policy'
import { findOrganizationPage } from '@/lib/organizations/queries'
import { History } from '../../history'
import { addressOf, readState } from './address'
import { Belonging } from './belonging'
import { Carried } from './carried'
import { Head } from './head'

type Props = PageProps<'/organizations/[slug]'>

/** Once for the title and the page. */
const find = cache(findOrganizationPage)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organization = await find(await signedIn(), (await params).slug)
  return organization ? { title: organization.name } : {}
}

export default async function OrganizationPage({ params, searchParams }: Props) {
  const actor = await signedIn()
  const { slug } = await params
  const state = readState(await searchParams)
  const organization = await find(actor, slug)
  if (!organization) notFound()
  if (organization.mergedInto) redirect(addressOf(organization.mergedInto.slug, { ...state, was: slug }))

  const { id } = organization
  const keeps = mayKeepOrganizations(actor) && !organization.archivedAt
  const [carried, chronicle, was] = await Promise.all([
    carriedBy(actor, { slug, stage: state.stage, after: state.from }),
    chronicleOf(actor, { organization: id, after: state.after }),
    state.was ? find(actor, state.was) : undefined,
  ])
  return (
    <Page>
      <Head
        organization={organization}
        state={state}
        was={was?.mergedInto?.slug === slug ? was.name : undefined}
        keeps={keeps}
      />
      <Split aside={<Belonging organization={organization} />}>
        <Carried organization={organization} carried={carried} state={state} />
      </Split>
      <History chronicle={chronicle} after={state.after} to={(after) => addressOf(slug, { after }, 'history')} />
    </Page>
  )
}
