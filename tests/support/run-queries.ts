import { expect } from 'vitest'
import { notesInText } from '@/lib/annotations/in-text'
import { findWebAnnotations } from '@/lib/annotations/web-annotations'
import { assign } from '@/lib/assignments/assign'
import { assigneesFor, everyOwner, ownersFor, successorsOf } from '@/lib/assignments/assignees'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { handOver } from '@/lib/assignments/hand-over'
import { handedOverIn, keptFrom } from '@/lib/assignments/handed-over'
import { countOwned } from '@/lib/assignments/owned'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { findDocumentPart } from '@/lib/documents/document-part'
import { findInText } from '@/lib/documents/find-in-text'
import { findDocument, listDocuments } from '@/lib/documents/queries'
import { timelineOf } from '@/lib/history/timeline'
import { findInstance } from '@/lib/instance/queries'
import { findGroupPage, listGroups, outsideGroup, pageOfGroups } from '@/lib/organizations/group-queries'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { movedByMerge } from '@/lib/organizations/moved-by-merge'
import { findOrganizationPage, listOrganizations } from '@/lib/organizations/queries'
import { typedParties } from '@/lib/organizations/typed-parties'
import { dashboard } from '@/lib/overview/dashboard'
import { firstRecommendations } from '@/lib/overview/getting-started'
import { myOverdueCount } from '@/lib/overview/my-overdue-count'
import { myWork } from '@/lib/overview/my-work'
import { reviewQueue, waitingReviews } from '@/lib/overview/review-queue'
import { tasksOf } from '@/lib/overview/tasks'
import { trendOf } from '@/lib/overview/trend'
import { acceptLink } from '@/lib/people/accept-link'
import { findAccount } from '@/lib/people/find-account'
import { invitationWords } from '@/lib/people/invitation'
import { inviteUser } from '@/lib/people/invite-user'
import { findKeptForm, keepForm } from '@/lib/people/kept-forms'
import { makeToken } from '@/lib/people/make-token'
import { listPeople, localeOf } from '@/lib/people/queries'
import { renameSelf } from '@/lib/people/rename-self'
import { beginSession, findSession } from '@/lib/people/sessions'
import { block, blockedUntil, delayOfTry, keyOf, takeTry } from '@/lib/people/sign-in-limits'
import { lastSignInsOf, noteSignIn } from '@/lib/people/sign-in-log'
import { findByToken } from '@/lib/people/tokens'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findTyped } from '@/lib/recommendations/find'
import { findRemoved } from '@/lib/recommendations/find-removed'
import {
  assignmentFacetsOf,
  assignmentPageOf,
  assignmentRowsOf,
  assignmentTotalOf,
  shownAssignmentsOf,
} from '@/lib/register/assignment-list'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import { readFilters } from '@/lib/register/filters'
import { groupTotalsOf } from '@/lib/register/group-totals'
import { groupsOf } from '@/lib/register/grouped-list'
import { listAsJson } from '@/lib/register/list'
import { rowsOf } from '@/lib/register/list-rows'
import { matrixOf } from '@/lib/register/matrix'
import { matrixPageOf, matrixRowsOf } from '@/lib/register/matrix-page'
import { organizationAssignmentsByStage } from '@/lib/register/organization-assignments'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { referencesFor } from '@/lib/register/reference'
import { scopeOf } from '@/lib/register/scope'
import { latestReportsOf } from '@/lib/reports/latest-reports'
import { assignmentsCsv, recommendationsCsv } from './exported'
import { emailOf, givenRecommendation, organizations, people, valueIn } from './given'
import { givenPerson } from './given-person'
import type { Story } from './given-story'
import { givenOrganization } from './places'

const { amina, bruno, chen, dita, faisal } = people
const { health, finance } = organizations

export async function readPeople() {
  const person = await givenPerson({ organizationIds: [health.id] })
  await findSession(await beginSession(person.id, null))
  await findKeptForm(person, (await keepForm(person, 'sealed')) ?? '')
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

export async function readMoves() {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: finance.slug }))
  valueIn(await removeAssignment(chen, { id }))
  await findRemovedAssignment(chen, id)

  const { change } = valueIn(await handOver(chen, { id: amina.id, to: emailOf('chen') }))
  await handedOverIn(chen, change, amina.id)
  await keptFrom(chen.id, bruno.id)
}

export async function readOrganizations(group: string) {
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

export async function readOverview() {
  for (const actor of [chen, amina]) {
    await dashboard(actor)
    await trendOf(actor, {})
    await trendOf(actor, { organization: organizations.health.slug })
    await myWork(actor)
    await myOverdueCount(actor)
    await waitingReviews(actor)
    await reviewQueue(actor)
    await tasksOf(actor)
  }
  await firstRecommendations()
}

export async function readOne({ key, id, code, assignment, group }: Story) {
  await findDocument(chen, code)
  const edition = (await findDocumentPart(chen, code, { to: 'nowhere' }))?.editionId ?? ''
  await findInText(edition, 'should')
  await notesInText(chen, edition, 1, 9)
  await findWebAnnotations(chen, code)
  await listDocuments(chen, { q: 'report' })
  await findInstance()
  await latestReportsOf([assignment])
  await assigneesFor(chen, key)
  await successorsOf(chen, amina.id)
  await Promise.all([ownersFor(chen, health.id), everyOwner(chen)])
  await countOwned(amina.id)
  await findRecommendationInFull(chen, key)
  expect(await findTyped(chen, key.toLowerCase())).toMatchObject({ key })
  await findRemoved(chen, key)
  for (const actor of [dita, chen]) await findRecommendationView(actor, key, { assignment, group })
  await findAssignmentView(chen, assignment)
  for (const opened of [group, undefined]) await matrixOf([id], today(), opened)
  await organizationAssignmentsByStage(chen, { slug: health.slug, stage: 'open' })
  await referencesFor(chen)
}

export async function readList(asked: Record<string, string>) {
  const filters = valueIn(readFilters(new URLSearchParams(asked)))
  const scope = valueIn(await scopeOf(chen, filters))
  const facets = await facetsOf(scope)
  valueIn(await listAsJson(chen, filters))
  await matrixRowsOf(valueIn(await matrixPageOf(scope)).ids)
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
export async function givenMany({ id }: Story) {
  const { documentId, paragraphId, quote, end } = await db.recommendation.findUniqueOrThrow({ where: { id } })
  const one = { documentId, paragraphId, quote, end, ordinal: 1, start: 0, title: 'One of many' }
  await db.recommendation.createMany({
    data: Array.from({ length: 2001 }, (_, place) => ({ ...one, key: `MANY-${place}` })),
  })
}
