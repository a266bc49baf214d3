import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Page } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { candidatesFor } from '@/lib/assignments/candidates'
import { mayAssign } from '@/lib/assignments/policy'
import { chronicleOf } from '@/lib/history/chronicle'
import type { Actor } from '@/lib/people/actor'
import { findWhole } from '@/lib/recommendations/whole'
import { readState } from './address'
import { Annotations } from './annotations'
import { Assignments } from './assignments'
import { Head } from './head'
import { History } from './history'
import { Source } from './source'

type Props = PageProps<'/recommendations/[key]'>

/** Once for the title and the page. */
const find = cache((actor: Actor, key: string, assignment?: string, group?: string, notes?: 'all') =>
  findWhole(actor, key, { assignment, group, notes }),
)

async function asked({ params, searchParams }: Props) {
  const [actor, { key }, state] = [await signedIn(), await params, readState(await searchParams)]
  const opened = state.report ?? state.change ?? state.story ?? state.at
  return { actor, key, state, found: find(actor, key, opened, state.group, state.notes) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await asked(props)
  const title = (await found)?.title
  return title ? { title } : {}
}

export default async function RecommendationPage(props: Props) {
  const { actor, key, state, found } = await asked(props)
  const { kind, after } = state
  const [whole, chronicle, candidates] = await Promise.all([
    found,
    chronicleOf(actor, { key, noun: kind, after, limit: 8 }),
    mayAssign(actor) ? candidatesFor(key, state.assign === 'all' ? 'all' : 'likeliest') : undefined,
  ])
  if (!whole) notFound()

  const shared = { actor, whole, state }
  return (
    <Page>
      <Head {...shared} />
      <Source {...shared} candidates={candidates} />
      <Assignments {...shared} candidates={candidates} />
      <Annotations {...shared} />
      <History recommendation={key} state={state} chronicle={chronicle} />
    </Page>
  )
}
