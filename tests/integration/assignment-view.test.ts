import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { timelineOf } from '@/lib/history/timeline'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  emailOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  valueIn,
} from '../support/given'

const { amina, bruno, chen, dita } = people
const { slug, name } = organizations.health

beforeAll(givenPeople)

const report = (actor: Actor, assignmentId: string, narrative: string, more = {}) =>
  reportProgress(actor, { assignmentId, progress: 'in_progress', narrative, ...more })

test('an assignment tells what it asks, by when, who answers for it, what was reported and why it is closed', async () => {
  const recommendation = await givenRecommendation({ text: 'Noting the need, States should cooperate.' })
  await db.recommendation.update({
    where: { id: recommendation.id },
    data: { start: 17, quote: 'States should cooperate.' },
  })
  const { id } = await givenAssignment({ of: recommendation, dueOn: '2026-03-31', ownerId: amina.id, role: 'lead' })
  const { id: first } = valueIn(await at('2026-03-01T12:00:00Z', () => report(amina, id, 'We began.')))
  await at('2026-03-02T12:00:00Z', () => report(chen, id, 'We did not.', { asOf: '2026-03-01', corrects: first }))
  await closeAssignment(chen, { id, closure: 'superseded', reason: 'By a later report.' })

  expect(await findAssignmentView(dita, id)).toMatchObject({
    assignment: {
      id,
      organization: { slug, name },
      role: 'lead',
      owner: { name: 'amina', active: true },
      dueOn: '2026-03-31',
      status: 'closed',
      closure: 'superseded',
    },
    recommendation: { key: recommendation.key, quote: 'States should cooperate.', paragraph: { label: '1' } },
    start: 17,
    text: 'Noting the need, States should cooperate.',
    archived: false,
    organizationArchived: false,
    closing: { reason: 'By a later report.', by: 'chen' },
    reports: [
      { narrative: 'We began.', author: { id: amina.id, name: 'amina' }, onBehalf: false, corrected: true },
      {
        narrative: 'We did not.',
        asOf: '2026-03-01',
        submittedAt: '2026-03-02T12:00:00.000Z',
        onBehalf: true,
        corrects: '2026-03-01',
        corrected: false,
      },
    ],
    reportCount: 2,
  })
})

test('reports come a page at a time, the newest first for programs', async () => {
  const { id } = await givenAssignment()
  for (const day of [1, 2, 3]) await report(amina, id, `Day ${day}.`)

  const page = async (newer: number) =>
    (await findAssignmentView(dita, id, { limit: 2, newer }))?.reports.map(({ narrative }) => narrative)
  expect([await page(0), await page(2), await page(4)]).toEqual([['Day 2.', 'Day 3.'], ['Day 1.'], []])
  const inFull = await findAssignmentInFull(dita, id)
  expect(inFull?.reports.map(({ narrative }) => narrative)).toEqual(['Day 3.', 'Day 2.', 'Day 1.'])
})

test('annotations are counted as far as the reader may read them, and an address is told to who may know of its person', async () => {
  const recommendation = await givenRecommendation()
  const { key } = recommendation
  const { id } = await givenAssignment({ of: recommendation, ownerId: amina.id })
  await annotate(amina, { key, body: 'Among us.', audience: 'organization' })
  await annotate(amina, { key, body: 'For all.', audience: 'internal' })

  const seen = async (actor: Actor) => {
    const view = await findAssignmentView(actor, id)
    return [view?.annotationCount, view?.assignment.owner?.email]
  }
  expect(await seen(chen)).toEqual([2, emailOf('amina')])
  expect(await seen(dita)).toEqual([2, emailOf('amina')])
  expect(await seen(bruno)).toEqual([1, undefined])
})

test('what stands in an archived document is there for those who keep the record alone', async () => {
  const { id } = await givenAssignment({ archived: true })

  expect(await findAssignmentView(amina, id)).toBeUndefined()
  expect(await findAssignmentView(chen, id)).toMatchObject({ archived: true })
})

test.each(['nothing', '', "x'; drop", '\0', '018f0000-0000-7000-8000-00000000dead'])(
  'what is no assignment, such as “%s”, is not there, and was not removed',
  async (id) => {
    expect(await findAssignmentView(chen, id)).toBeUndefined()
    expect(await findRemovedAssignment(chen, id)).toBeUndefined()
  },
)

test('one that was removed is still there to be read about when its recommendation was removed too', async () => {
  const { id, recommendation } = await givenAssignment()
  await removeAssignment(chen, { id })
  valueIn(await removeRecommendation(chen, { key: recommendation.key }))

  const removed = { organization: name, key: recommendation.key, title: 'Cooperate', merged: null }
  expect(await findRemovedAssignment(dita, id)).toMatchObject(removed)
})

test('one that was removed tells whose it was, to who may see its document', async () => {
  const { id, recommendation } = await givenAssignment()
  expect(await findRemovedAssignment(dita, id)).toBeUndefined()
  await removeAssignment(chen, { id })

  expect(await findAssignmentView(dita, id)).toBeUndefined()
  const removed = { organization: name, key: recommendation.key, removedAt: expect.any(Date) }
  expect(await findRemovedAssignment(dita, id)).toMatchObject(removed)

  await db.document.updateMany({
    where: { recommendations: { some: { key: recommendation.key } } },
    data: { archivedAt: new Date() },
  })
  expect(await findRemovedAssignment(dita, id)).toBeUndefined()
  expect(await findRemovedAssignment(chen, id)).toMatchObject(removed)
})

test('an entry of the history names the assignment that it is about, where it is about one', async () => {
  const recommendation = await givenRecommendation()
  const { id } = await givenAssignment({ of: recommendation })
  await report(amina, id, 'We began.')
  await annotate(amina, { key: recommendation.key, body: 'For all.', audience: 'internal' })

  const { entries } = await timelineOf(dita, { key: recommendation.key })
  expect(entries.map(({ kind, assignment }) => [kind, assignment])).toEqual([
    ['annotation.added', undefined],
    ['assignment.reported', id],
  ])
})
