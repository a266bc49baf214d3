import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Arrival } from '@/app/_ui/arrival'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { chronicleOf } from '@/lib/history/chronicle'
import { findGroupPage } from '@/lib/organizations/group-queries'
import { mayKeepGroups } from '@/lib/organizations/policy'
import { words } from '@/lib/platform/i18n'
import { numberInAddress } from '@/lib/platform/whole-number'
import { History } from '../../history'
import { addressOf, doneInWords, edits } from './address'
import { Keep, KeepButtons } from './keep'
import { Members } from './members'

type Props = PageProps<'/groups/[slug]'>

/** Once for the title and the page. */
const find = cache(findGroupPage)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const group = await find(await signedIn(), (await params).slug)
  return group ? { title: group.name } : {}
}

export default async function GroupPage({ params, searchParams }: Props) {
  const actor = await signedIn()
  const group = await find(actor, (await params).slug)
  if (!group) notFound()

  const search = await searchParams
  const after = numberInAddress(search.after)
  const chronicle = await chronicleOf(actor, { subject: { type: 'group', id: group.id }, after })
  const done = doneInWords(search)
  const keeps = mayKeepGroups(actor)
  const edit = edits.find((one) => one === search.edit)
  const { slug, name, members } = group
  const above = [{ label: words('places.title'), href: '/organizations' }, { label: name }]

  return (
    <Page>
      <PageHead
        title={name}
        above={<Breadcrumb label={words('places.path')} items={above} />}
        actions={keeps && <KeepButtons group={group} />}
      >
        <p>
          {words('places.members', { count: members })}. {words('group.about')}{' '}
          <a href={`/recommendations?group=${slug}`}>{words('group.inList')}</a>
        </p>
        {done && <Arrival>{done}</Arrival>}
      </PageHead>
      {keeps && edit && <Keep actor={actor} group={group} edit={edit} />}
      <Members group={group} keeps={keeps} />
      <History chronicle={chronicle} after={after} to={(after) => addressOf(slug, { after })} />
    </Page>
  )
}
