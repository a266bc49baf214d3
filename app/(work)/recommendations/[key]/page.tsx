import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { Page } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { candidatesFor } from '@/lib/assignments/candidates'
import { mayAssign } from '@/lib/assignments/policy'
import { chronicleOf } from '@/lib/history/chronicle'
import { countHistory } from '@/lib/history/queries'
import type { Actor } from '@/lib/people/actor'
import { findWhole, type Whole } from '@/lib/recommendations/whole'
import { noteAsked, readState, type State } from './address'
import { Annotations } from './annotations'
import { Assignments } from './assignments'
import { Head } from './head'
import { History } from './history'
import { Source } from './source'

type Props = PageProps<'/recommendations/[key]'>

/** Once for the title and the page. */
const find = cache(
  (
    actor: Actor,
    key: string,
    assignment?: string,
    story?: string,
    group?: string,
    members?: number,
    notes?: number,
    note?: string,
  ) => findWhole(actor, key, { assignment, story, group, members, notes, note }),
)

async function asked({ params, searchParams }: Props) {
  const [actor, { key }, state] = [await signedIn(), await params, readState(await searchParams)]
  const { story, group, members, notes } = state
  const opened = state.report ?? state.change ?? state.at
  return { actor, key, state, found: find(actor, key, opened, story, group, members, notes, noteAsked(state)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { found } = await asked(props)
  const title = (await found)?.title
  return title ? { title } : {}
}

export default async function RecommendationPage(props: Props) {
  const { actor, key, state, found } = await asked(props)
  const { kind, after } = state
  const noun = kind === 'all' ? undefined : kind
  const [whole, count, chronicle] = await Promise.all([
    found,
    countHistory(actor, { key }),
    kind !== undefined || after !== undefined ? chronicleOf(actor, { key, noun, after, limit: 8 }) : undefined,
  ])
  if (!whole) notFound()

  const shown = { ...state, note: undefined, notes: whole.notesPage || undefined }

  const candidates = asksForCandidates(actor, whole, state) ? await candidatesFor(key) : undefined
  const shared = { actor, whole, state: shown }
  return (
    <Page>
      <Head {...shared} />
      <Source {...shared} candidates={candidates} />
      <Assignments {...shared} candidates={candidates} />
      <Annotations {...shared} />
      <History recommendation={key} state={shown} count={count} chronicle={chronicle} />
    </Page>
  )
}

/** Where a form offers them, or a button names them. */
const asksForCandidates = (actor: Actor, { rows, groups }: Whole, { assign, edit }: State) =>
  mayAssign(actor) && (assign !== undefined || edit === 'reading' || rows.length + groups.length === 0)
