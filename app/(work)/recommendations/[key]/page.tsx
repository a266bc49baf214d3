import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import { openDay } from '@/app/_addresses/open-day'
import { wordsInPath } from '@/app/_addresses/page-address'
import {
  annotationAsked,
  assignmentInAddress,
  pathOf,
  readRecommendationState,
  recommendationPath,
  type State,
} from '@/app/_addresses/recommendation'
import { Page } from '@/app/_ui/layout'
import { DayBar, NotThere, WrongDay } from '@/app/(work)/_components/day-bar'
import { NotFoundPage } from '@/app/not-found-page'
import { assigneesFor } from '@/lib/assignments/assignees'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { importedDueDate } from '@/lib/imports/imported-due-date'
import { readNotificationsOfRecommendation } from '@/lib/notifications/read-notification'
import { t } from '@/lib/platform/i18n'
import { KnownName } from '@/lib/platform/text'
import { findTyped } from '@/lib/recommendations/find'
import { findRemoved } from '@/lib/recommendations/find-removed'
import { findRecommendationView, type RecommendationView } from '@/lib/register/recommendation-view'
import { Annotations } from './annotations'
import { Assignments } from './assignments'
import { Header } from './header'
import { History } from './history'
import { mentionsFor } from './mentions-for'
import { Related } from './related'
import { RemovedPage } from './removed-page'
import { Source } from './source'

type Props = PageProps<'/recommendations/[key]'>

/** Read once for the title and the page. */
const find = cache(
  (actor: Actor, key: string, assignment?: string, group?: string, members?: number, notes?: number, note?: string) =>
    findRecommendationView(actor, key, { assignment, group, members, notes, note }),
)

/** A key in a URL can contain characters that the database cannot store. */
const removed = cache((actor: Actor, key: string) => findRemoved(actor, KnownName.parse(key)))

async function requestOf({ params, searchParams }: Props) {
  const [actor, search] = [await requireUser(), await searchParams]
  const day = openDay(search)
  const key = wordsInPath((await params).key)
  const moved = assignmentInAddress(search)
  if (moved) redirect(moved)

  const state = readRecommendationState(search)
  const { group, members, notes } = state
  const opened = state.report ?? state.at
  return { actor, key, day, state, found: find(actor, key, opened, group, members, notes, annotationAsked(state)) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { actor, key, found } = await requestOf(props)
  const title = (await found)?.title ?? (await removed(actor, key))?.title
  return { title: title ?? t('shell.not_found.title') }
}

export default async function RecommendationPage(props: Props) {
  const { actor, key, day, state, found } = await requestOf(props)
  const { kind, after: from } = state
  const noun = kind === 'all' ? undefined : kind
  const [whole, chronicle] = await Promise.all([
    found,
    kind !== undefined || from !== undefined ? timelineOf(actor, { key, noun, after: from, limit: 8 }) : undefined,
  ])
  const bar = { path: pathOf(key), day }
  if (day.wrong) return <WrongDay {...bar} />
  if (!whole) {
    const meant = await findTyped(actor, KnownName.parse(key))
    if (meant && meant.key !== key) redirect(recommendationPath(meant.key))
    if (day.past) return <NotThere {...bar} />
    const gone = await removed(actor, key)
    return gone ? <RemovedPage removed={gone} /> : <NotFoundPage />
  }

  if (whole.unread && !day.past) after(() => readNotificationsOfRecommendation(actor, key))
  const shown = { ...state, note: undefined, notes: whole.notesPage || undefined }

  const candidates = asksForCandidates(actor, whole, state) ? await assigneesFor(actor, key) : undefined
  const dueOn = candidates && isUnassigned(whole) ? await importedDueDate(actor, whole) : undefined
  const shared = { actor, whole, state: shown }
  const mentions = await mentionsFor(actor, whole, state)
  return (
    <Page>
      <DayBar {...bar} />
      <Header {...shared} />
      <Source {...shared} candidates={candidates} />
      <Assignments {...shared} candidates={candidates} dueOn={dueOn} outcome={mentions.outcome} />
      <Related {...shared} />
      <Annotations {...shared} mentions={mentions} />
      <History {...shared} chronicle={chronicle} />
    </Page>
  )
}

/** Returns whether a form offers the candidates or a button names them. */
const asksForCandidates = (actor: Actor, whole: RecommendationView, { assign, edit }: State) =>
  mayAssign(actor) && (assign !== undefined || edit === 'reading' || isUnassigned(whole))

const isUnassigned = ({ rows, groups }: RecommendationView) => rows.length + groups.length === 0
