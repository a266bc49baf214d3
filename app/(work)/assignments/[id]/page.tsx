import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { cache } from 'react'
import { requireUser } from '@/app/_actions/require-user'
import {
  type AssignmentState,
  assignmentAddress,
  assignmentPath,
  readAssignmentState,
} from '@/app/_addresses/assignment'
import { openDay } from '@/app/_addresses/open-day'
import { Page, Split } from '@/app/_ui/layout'
import { DayBar, NotThere, WrongDay } from '@/app/(work)/_components/day-bar'
import { mentionsInWords } from '@/app/(work)/_components/mention-words'
import { NotFoundPage } from '@/app/not-found-page'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import type { Actor } from '@/lib/domain/actor'
import { countHistory } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { outcomeOfReport } from '@/lib/mentions/outcome'
import { readNotificationsAbout } from '@/lib/notifications/read-notification'
import { t } from '@/lib/platform/i18n'
import { findAssignmentView, reportsAtATime } from '@/lib/register/assignment-view'
import { findReportDraftOf } from '@/lib/reports/report-drafts'
import { ActivityList } from './activity-list'
import { EvidenceSection } from './evidence-section'
import { AssignmentFacts } from './facts'
import { Header } from './header'
import { AssignmentHistory } from './history'
import { NextStep } from './next-step'
import { Plan } from './plan'
import { QuoteCard } from './quote-card'
import { RemovedPage } from './removed-page'

type Props = PageProps<'/assignments/[id]'>

const reported: readonly string[] = ['reported', 'claimed', 'corrected']

/** Returns who was notified because of the report that the reader has just sent. */
const mentionsInReport = async (actor: Actor, id: string, { done = '' }: AssignmentState) =>
  reported.includes(done) ? mentionsInWords(await outcomeOfReport(actor, id)) : ''

/** Read once for the title and the page. */
const find = cache((actor: Actor, id: string, page: number) =>
  findAssignmentView(actor, id, { newer: page * reportsAtATime }),
)
const removed = cache(findRemovedAssignment)

async function load({ params, searchParams }: Props) {
  const [actor, { id }, search] = [await requireUser(), await params, await searchParams]
  const [day, state] = [openDay(search), readAssignmentState(search)]
  return { actor, id, day, state, found: find(actor, id, state.reports ?? 0) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { actor, id, found } = await load(props)
  const view = await found
  if (view) {
    const { assignment, recommendation } = view
    return {
      title: t('assignment.tab', { organization: assignment.organization.name, recommendation: recommendation.title }),
    }
  }
  return { title: t((await removed(actor, id)) ? 'assignment.removed.title' : 'shell.not_found.title') }
}

export default async function AssignmentPage(props: Props) {
  const { actor, id, day, state, found } = await load(props)
  const view = await found
  const bar = { path: assignmentPath(id), day }
  if (day.wrong) return <WrongDay {...bar} />
  if (!view) {
    if (day.past) return <NotThere {...bar} />
    const gone = await removed(actor, id)
    return gone ? <RemovedPage removed={gone} /> : <NotFoundPage />
  }

  if (!day.past) after(() => readNotificationsAbout(actor, view.assignment.id))
  // There is no such page of reports.
  if (view.reports.length === 0 && view.reportCount > 0) redirect(assignmentAddress(id, {}, 'reports'))

  const subject = { type: 'assignment', id: view.assignment.id }
  const opened = state.history !== undefined || state.after !== undefined
  const [draft, count, chronicle] = await Promise.all([
    day.past ? undefined : findReportDraftOf(actor, view.assignment.id),
    countHistory(actor, { subject }),
    opened ? timelineOf(actor, { subject, after: state.after }) : undefined,
  ])
  const shared = { actor, view, state }
  return (
    <Page>
      <DayBar {...bar} />
      <Header view={view} />
      <Split aside={<AssignmentFacts actor={actor} view={view} />}>
        <QuoteCard view={view} />
        {!day.past && (
          <NextStep {...shared} draft={draft} outcome={await mentionsInReport(actor, view.assignment.id, state)} />
        )}
      </Split>
      <Plan {...shared} />
      <ActivityList {...shared} />
      <EvidenceSection {...shared} />
      <AssignmentHistory actor={actor} id={view.assignment.id} state={state} count={count} chronicle={chronicle} />
    </Page>
  )
}
