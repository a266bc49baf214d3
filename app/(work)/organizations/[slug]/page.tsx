import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { openDay } from '@/app/_addresses/open-day'
import { organizationAddress, organizationPath, readOrganizationState } from '@/app/_addresses/organization'
import { Page, Split } from '@/app/_ui/layout'
import { DayBar, NotThere, WrongDay } from '@/app/(work)/_components/day-bar'
import { HistorySection } from '@/app/(work)/_components/history-section'
import { TrendSection } from '@/app/(work)/_components/trend'
import { NotFoundPage } from '@/app/not-found-page'
import { timelineOf } from '@/lib/history/timeline'
import { mayKeepOrganizations } from '@/lib/organizations/policy'
import { findOrganizationPage } from '@/lib/organizations/queries'
import { peopleOf } from '@/lib/people/organization-members'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { organizationAssignmentsByStage } from '@/lib/register/organization-assignments'
import { OrganizationAssignments } from './assignments'
import { doneInWords } from './done-words'
import { Head } from './head'
import { PeopleAndGroups } from './people-and-groups'

type Props = PageProps<'/organizations/[slug]'>

/** Read once for the title and the page. */
const find = cache(findOrganizationPage)

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const actor = await requireUser()
  openDay(await searchParams)
  const organization = await find(actor, (await params).slug)
  return { title: organization?.name ?? t('shell.not_found.title') }
}

export default async function OrganizationPage({ params, searchParams }: Props) {
  const actor = await requireUser()
  const { slug } = await params
  const search = await searchParams
  const [state, bar] = [readOrganizationState(search), { path: organizationPath(slug), day: openDay(search) }]
  if (bar.day.wrong) return <WrongDay {...bar} />
  const organization = await find(actor, slug)
  if (!organization) return bar.day.past ? <NotThere {...bar} /> : <NotFoundPage />
  // A form that came too late stays on the page of the merged organization, because another page would not have its text.
  const refused = state.edit !== undefined && wasRefused(`${state.edit}-`)
  if (organization.mergedInto && !refused)
    redirect(organizationAddress(organization.mergedInto.slug, { ...state, was: slug }))

  const { id } = organization
  const keeps = mayKeepOrganizations(actor) && !organization.archivedAt
  const [parts, chronicle, people, was, done] = await Promise.all([
    organizationAssignmentsByStage(actor, { slug, stage: state.stage, after: state.from }),
    timelineOf(actor, { organization: id, after: state.after }),
    peopleOf(actor, id),
    state.was ? find(actor, state.was) : undefined,
    doneInWords(actor, organization, state),
  ])
  return (
    <Page>
      <DayBar {...bar} />
      <Head
        actor={actor}
        organization={organization}
        state={state}
        done={done}
        was={was?.mergedInto?.slug === slug ? was.name : undefined}
        keeps={keeps}
        refused={refused}
      />
      <Split aside={<PeopleAndGroups people={people} groups={organization.groups} />}>
        <OrganizationAssignments organization={organization} parts={parts} state={state} />
        <TrendSection
          actor={actor}
          whose={{ organization: slug }}
          shown={state}
          to={(trend) => organizationAddress(slug, { stage: state.stage, ...trend }, 'trend')}
        />
      </Split>
      <HistorySection
        chronicle={chronicle}
        after={state.after}
        to={(after) => organizationAddress(slug, { after }, 'history')}
      />
    </Page>
  )
}
