import type { Metadata } from 'next'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { doneInWords, edits, groupAddress, groupPath } from '@/app/_addresses/group'
import { openDay } from '@/app/_addresses/open-day'
import { organizationListAddress } from '@/app/_addresses/organization-list'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { trendStateIn } from '@/app/_addresses/trend'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Page, PageHead } from '@/app/_ui/layout'
import { DayBar, NotThere, WrongDay } from '@/app/(work)/_components/day-bar'
import { HistorySection } from '@/app/(work)/_components/history-section'
import { TrendSection } from '@/app/(work)/_components/trend'
import { NotFoundPage } from '@/app/not-found-page'
import { timelineOf } from '@/lib/history/timeline'
import { findGroupPage } from '@/lib/organizations/group-queries'
import { mayKeepGroups } from '@/lib/organizations/policy'
import { t } from '@/lib/platform/i18n'
import { wasRefused } from '@/lib/platform/request-scope'
import { numberInAddress } from '@/lib/platform/whole-number'
import { EditButtons, EditForms } from './edit-forms'
import { Members } from './members'

type Props = PageProps<'/groups/[slug]'>

/** Read once for the title and the page. */
const find = cache(findGroupPage)

async function requestOf({ params, searchParams }: Props) {
  const [actor, { slug }, search] = [await requireUser(), await params, await searchParams]
  const page = numberInAddress(search.members) ?? 0
  const bar = { path: groupPath(slug), day: openDay(search) }
  return { actor, search, page, bar, group: await find(actor, slug, page) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { group } = await requestOf(props)
  return { title: group?.name ?? t('shell.not_found.title') }
}

export default async function GroupPage(props: Props) {
  const { actor, search, page, bar, group } = await requestOf(props)
  if (bar.day.wrong) return <WrongDay {...bar} />
  if (!group) return bar.day.past ? <NotThere {...bar} /> : <NotFoundPage />

  const after = numberInAddress(search.after)
  const chronicle = await timelineOf(actor, { subject: { type: 'group', id: group.id }, after })
  const done = doneInWords(search)
  const keeps = mayKeepGroups(actor)
  const edit = edits.find((one) => one === search.edit)
  const { slug, name, members } = group
  const above = [{ label: t('organizations.title'), href: organizationListAddress({}) }, { label: name }]

  return (
    <Page>
      <DayBar {...bar} />
      <PageHead
        title={name}
        above={<Breadcrumb label={t('organizations.path')} items={above} />}
        actions={keeps && <EditButtons group={group} />}
      >
        <p>
          {t('organizations.members', { count: members })}. {t('group.about')}{' '}
          <a href={recommendationListAddress({ group: slug })}>{t('group.inList')}</a>
        </p>
        {done && <DoneNotice>{done}</DoneNotice>}
      </PageHead>
      {edit && (keeps || wasRefused(`${edit}-`)) && <EditForms actor={actor} group={group} edit={edit} />}
      <Members group={group} page={page} keeps={keeps} />
      <TrendSection
        actor={actor}
        whose={{ group: slug }}
        shown={trendStateIn(search)}
        to={(trend) => groupAddress(slug, trend)}
      />
      <HistorySection chronicle={chronicle} after={after} to={(after) => groupAddress(slug, { after })} />
    </Page>
  )
}
