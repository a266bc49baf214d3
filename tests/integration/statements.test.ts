import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { assigneesFor, everyOwner, ownersFor, successorsOf } from '@/lib/assignments/assignees'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { handOver } from '@/lib/assignments/hand-over'
import { handedOverIn } from '@/lib/assignments/handed-over'
import { countOwned } from '@/lib/assignments/owned'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { findDocument, listDocuments } from '@/lib/documents/queries'
import { countHistory, historyOf } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { verifyHistory } from '@/lib/history/verify'
import { alteredRow, lostRow } from '@/lib/history/verify-rows'
import { unrecordedWords } from '@/lib/history/verify-words'
import { findInstance } from '@/lib/instance/queries'
import { findGroupPage, listGroups, outsideGroup, pageOfGroups } from '@/lib/organizations/group-queries'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { movedByMerge } from '@/lib/organizations/moved-by-merge'
import { findOrganizationPage, listOrganizations } from '@/lib/organizations/queries'
import { typedParties } from '@/lib/organizations/typed-parties'
import { dashboard } from '@/lib/overview/dashboard'
import { waitingDateRequests } from '@/lib/overview/date-requests'
import { firstRecommendations } from '@/lib/overview/getting-started'
import { myWork } from '@/lib/overview/my-work'
import { overdueCount } from '@/lib/overview/overdue-count'
import { reviewQueue, waitingReviews } from '@/lib/overview/review-queue'
import { acceptLink } from '@/lib/people/accept-link'
import { findAccount } from '@/lib/people/find-account'
import { invitationWords } from '@/lib/people/invitation'
import { inviteUser } from '@/lib/people/invite-user'
import { makeToken } from '@/lib/people/make-token'
import { listPeople, localeOf } from '@/lib/people/queries'
import { renameSelf } from '@/lib/people/rename-self'
import { beginSession, findSession } from '@/lib/people/sessions'
import { block, blockedUntil, delayOfTry, keyOf, takeTry } from '@/lib/people/sign-in-limits'
import { lastSignInsOf, noteSignIn } from '@/lib/people/sign-in-log'
import { findByToken } from '@/lib/people/tokens'
import { today } from '@/lib/platform/clock'
import { connected, db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { latestReportsOf } from '@/lib/recommendations/latest-reports'
import {
  assignmentFacetsOf,
  assignmentPageOf,
  assignmentRowsOf,
  assignmentTotalOf,
  shownAssignmentsOf,
} from '@/lib/register/assignment-list'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { assignmentsCsv, recommendationsCsv } from '@/lib/register/csv'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import { readFilters } from '@/lib/register/filters'
import { groupTotalsOf } from '@/lib/register/group-totals'
import { groupsOf } from '@/lib/register/grouped-list'
import { listAsJson } from '@/lib/register/list'
import { rowsOf } from '@/lib/register/list-rows'
import { matrixOf } from '@/lib/register/matrix'
import { organizationAssignmentsByStage } from '@/lib/register/organization-assignments'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { referencesFor } from '@/lib/register/reference'
import { scopeOf } from '@/lib/register/scope'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { emailOf, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenGroup, givenOrganization } from '../support/places'
import { runChanges } from '../support/run-changes'
import { keepRows } from '../support/statement-rows'
import { difference, differenceInNames, findStatements } from '../support/statement-types'
import { givenWorld } from '../support/world'

const { amina, chen, dita, elif, faisal } = people
const { health, finance } = organizations

const kept = keepRows()

/** Something of all that statements read: what people did with one recommendation, among many others. */
async function givenStory() {
  await givenWorld()
  const { key, id, documentId } = await givenRecommendation({ text: 'States should cooperate on training.' })
  const { code } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
  const group = await givenGroup(health, finance)
  const owned = { key, owner: emailOf('amina'), dueOn: '2026-11-01', confirmPast: true }
  const { id: assignment } = valueIn(await assign(chen, { ...owned, organization: health.slug }))
  const { made } = valueIn(await assignGroup(chen, { key, group: group.slug, dueOn: today() }))
  valueIn(
    await editRecommendation(chen, {
      ...{ key, version: 1, themes: ['Training'] },
      addressees: [
        { words: 'States', group: group.slug },
        { words: 'the Ministry', organization: health.slug },
      ],
    }),
  )

  const asked = { assignmentId: assignment, dueOn: '2099-06-30', reason: 'The law has to pass first.' }
  const { id: request } = valueIn(await requestDate(amina, asked))
  await waitingDateRequests(chen)
  valueIn(await decideDate(chen, { id: request, decision: 'grant', note: 'Before the session.' }))
  const said = { assignmentId: assignment, narrative: 'A working group was set up.' }
  const { id: begun } = valueIn(await reportProgress(amina, { ...said, progress: 'in_progress', id: newId() }))
  const claim = { ...said, progress: 'implemented', id: newId(), corrects: begun }
  const { id: claimed } = valueIn(await reportProgress(amina, claim))
  valueIn(await reviewQueue(elif))
  valueIn(await reviewReport(elif, { reportId: claimed, decision: 'accept_alternative', note: 'A treaty does.' }))
  valueIn(await closeAssignment(chen, { id: made[0]?.id, closure: 'superseded', reason: 'By a later report.' }))

  const first = valueIn(await annotate(amina, { key, body: 'To be discussed.', audience: 'organization' }))
  valueIn(await editAnnotation(amina, { id: first.id, body: 'To be discussed soon.', version: 1 }))
  valueIn(await annotate(amina, { key, body: 'Agreed.', parent: first.id, start: 0, end: 6 }))
  const wrong = valueIn(await annotate(amina, { key, body: 'Off the subject.' }))
  valueIn(await withdrawAnnotation(chen, { id: wrong.id, reason: 'It concerns another text.' }))
  return { key, id, code, assignment, group: group.slug }
}

async function readPeople() {
  const person = await givenPerson({ organizationIds: [health.id] })
  await findSession(await beginSession(person.id, null))
  await findByToken(valueIn(await makeToken(person, { name: 'Spreadsheet' })).token)
  valueIn(await renameSelf(person, { version: 1, name: `Nadia Karimi ${person.id}` }))
  const invited = valueIn(
    await inviteUser(chen, { email: `${newId()}@example.org`, name: `Oskar ${newId()}`, role: 'viewer' }),
  )
  await invitationWords(invited)
  const code = new URL(invited.link).pathname.split('/').at(-1)
  valueIn(await acceptLink({ kind: 'invite', code, password: 'seven green bicycles' }))
  await listPeople(chen, { q: 'nadia' })
  await localeOf(person.id)
  await noteSignIn(person.id, 'password', {})
  await lastSignInsOf(faisal, [person.id])
  await findAccount(person.email)

  const counter = keyOf.address('192.0.2.0/24')
  await takeTry(counter)
  await delayOfTry([counter])
  await block(counter, 60_000)
  await blockedUntil(counter)
}

async function readMoves() {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: finance.slug }))
  valueIn(await removeAssignment(chen, { id }))
  await findRemovedAssignment(chen, id)

  const { change } = valueIn(await handOver(chen, { id: amina.id, owner: emailOf('chen') }))
  await handedOverIn(chen, change, amina.id)
}

async function readOrganizations(group: string) {
  const merged = await givenOrganization()
  const { change } = valueIn(await mergeOrganization(chen, { slug: merged.slug, into: finance.slug }))
  await movedByMerge(chen, change, finance.id)
  await timelineOf(chen, { organization: finance.id })
  for (const show of [undefined, 'assigned', 'overdue', 'archived'] as const) await listOrganizations(chen, { show })
  for (const { slug } of [health, merged]) await findOrganizationPage(chen, slug)
  await listGroups(chen)
  await pageOfGroups(chen, { limit: 2 })
  await findGroupPage(chen, group)
  await outsideGroup(chen, group, 5)
  await typedParties(`${health.name}; nobody`)
}

async function readHistory(key: string) {
  await historyOf(chen, { key })
  await countHistory(amina, { organization: health.id })
  await timelineOf(chen, {})
  await timelineOf(chen, { noun: 'user' })
  await verifyHistory()
  await connected(async (sql) => [await unrecordedWords(sql), await lostRow(sql), await alteredRow(sql, () => {})])
}

async function readOverview() {
  for (const actor of [chen, amina]) {
    await dashboard(actor)
    await myWork(actor)
    await overdueCount(actor)
    await waitingReviews(actor)
  }
  await firstRecommendations()
}

type Story = Awaited<ReturnType<typeof givenStory>>

async function readOne({ key, id, code, assignment, group }: Story) {
  await findDocument(chen, code)
  await listDocuments(chen, { q: 'report' })
  await findInstance()
  await latestReportsOf([assignment])
  await assigneesFor(key)
  await successorsOf(amina.id)
  await ownersFor(health.id)
  await everyOwner()
  await countOwned(amina.id)
  await findRecommendationInFull(chen, key)
  for (const actor of [dita, chen]) await findRecommendationView(actor, key, { assignment, group })
  await findAssignmentView(chen, assignment)
  await matrixOf([id], today(), group)
  await matrixOf([id], today())
  await organizationAssignmentsByStage(chen, { slug: health.slug, stage: 'open' })
  await referencesFor(chen)
}

async function readList(asked: Record<string, string>) {
  const filters = valueIn(readFilters(new URLSearchParams(asked)))
  const scope = valueIn(await scopeOf(chen, filters))
  const facets = await facetsOf(scope)
  valueIn(await listAsJson(chen, filters))
  const { ids } = valueIn(await shownAssignmentsOf(scope))
  await assignmentRowsOf(ids)
  valueIn(await assignmentPageOf(scope))
  await assignmentFacetsOf(scope)
  await assignmentTotalOf(scope)
  await groupTotalsOf(scope)
  await optionsOf(scope)
  for (const by of ['status', 'document', 'theme'] as const) {
    const { groups } = valueIn(await groupsOf(scope, by, facets))
    expect(groups.length).toBeGreaterThan(0)
  }
  const recommendations = await db.recommendation.findMany({ select: { id: true }, take: 50 })
  await rowsOf(
    recommendations.map(({ id }) => id),
    scope,
  )
  for (const csv of [recommendationsCsv, assignmentsCsv]) {
    let lines = 0
    for await (const _ of valueIn(await csv(chen, filters))) lines++
    expect(lines).toBeGreaterThan(0)
  }
}

/** So many that a list offers names alone to choose from. */
async function givenMany({ id }: Story) {
  const { documentId, paragraphId, quote, end } = await db.recommendation.findUniqueOrThrow({ where: { id } })
  const one = { documentId, paragraphId, quote, end, ordinal: 1, start: 0, title: 'One of many' }
  await db.recommendation.createMany({
    data: Array.from({ length: 2001 }, (_, place) => ({ ...one, key: `MANY-${place}` })),
  })
}

beforeAll(async () => {
  const story = await givenStory()
  await readPeople()
  await readOne(story)
  await readOverview()
  await reportProgress(amina, { assignmentId: story.assignment, progress: 'in_progress', narrative: 'It goes on.' })
  await readOverview()
  for (const asked of [{}, { organization: health.slug }, { q: 'training' }, { due: 'overdue' }, { kind: 'action' }]) {
    await readList(asked)
  }
  await readOrganizations(story.group)
  await readMoves()
  await runChanges()
  await readHistory(story.key)
  await readOverview()
  await givenMany(story)
  await readList({})
})

const onlyWhereHistoryIsWrong = ['rows-lost', 'words-altered']

test('every statement has a name of its own, and reads what its type says', () => {
  const { statements, nameless, checker } = findStatements()
  expect(nameless).toEqual([])

  const wrong = statements.flatMap(({ name, place, row }) => {
    const { rows = [], columns = [] } = kept.get(name) ?? {}
    const found = rows.slice(0, 200).map((one) => difference(checker, one, row))
    const nothing = rows.length === 0 && !onlyWhereHistoryIsWrong.includes(name) ? 'reads nothing here' : undefined
    const said = nothing ?? differenceInNames(checker, columns, row) ?? found.find(Boolean)
    return said ? [`${name} (${place}): ${said}`] : []
  })
  expect(wrong).toEqual([])

  const names = statements.map(({ name }) => name)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})
