import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import type { Actor } from '@/lib/domain/actor'
import { notify } from '@/lib/notifications/notify'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { followRecommendation, follows, unfollowRecommendation } from '@/lib/recommendations/follow-recommendation'
import { readFilters } from '@/lib/register/filters'
import { listAsJson } from '@/lib/register/list'
import { reviewReport } from '@/lib/reports/review-report'
import { givenAssignment, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenNotified, report } from '../support/notified'

const { amina, bruno, chen, dita, elif } = people
const { health, finance } = organizations

beforeAll(givenNotified)

const reason = 'By a later report.'

async function followed(...followers: Actor[]) {
  const recommendation = await givenRecommendation()
  for (const actor of followers) valueIn(await followRecommendation(actor, { key: recommendation.key }))
  return recommendation
}

async function toldOfWhole(recommendationId: string) {
  await notify()
  const rows = await db.notification.findMany({
    where: { recommendationId },
    select: { kind: true, user: { select: { name: true } } },
    orderBy: [{ eventSeq: 'asc' }, { user: { name: 'asc' } }],
  })
  return rows.map(({ kind, user }) => `${kind}: ${user.name}`)
}

test('everybody may follow, and nobody is told of it', async () => {
  const { key } = await followed(dita)
  expect(await follows(dita, key)).toBe(true)
  expect(await follows(bruno, key)).toBe(false)
  expect(await followRecommendation(dita, { key })).toMatchObject({ ok: true, changed: false })
  expect(await unfollowRecommendation(dita, { key })).toMatchObject({
    ok: true,
    changed: true,
    value: { followed: false },
  })
  expect(await unfollowRecommendation(dita, { key })).toMatchObject({ ok: true, changed: false })
  expect(await db.event.count({ where: { actorId: dita.id } })).toBe(0)
  const archived = await givenRecommendation({ archived: true })
  expect(await followRecommendation(dita, { key: archived.key })).toMatchObject({ reason: 'not_found' })
})

test('followers are told of reports, reviews and closures, and once of each event', async () => {
  const recommendation = await followed(dita, amina, elif)
  const { id } = await givenAssignment({ of: recommendation })
  const { id: reportId } = await report(amina, id)
  valueIn(await reviewReport(elif, { reportId, decision: 'accept' }))
  valueIn(await closeRecommendation(chen, { key: recommendation.key, closure: 'superseded', reason }))
  expect(await toldOfWhole(recommendation.id)).toEqual([
    'followed_report: dita',
    'claim_waits: elif',
    'verified: amina',
    'followed_review: dita',
    'followed_closure: amina',
    'followed_closure: dita',
    'followed_closure: elif',
  ])
})

test('a closed assignment is told to followers', async () => {
  const recommendation = await followed(dita)
  const { id } = await givenAssignment({ of: recommendation })
  valueIn(await closeAssignment(chen, { id, closure: 'superseded', reason }))
  expect(await toldOfWhole(recommendation.id)).toEqual(['followed_closure: dita'])
})

test('followers are told of annotations that they may read, and of a mention in place of it', async () => {
  const { key, id } = await followed(dita, bruno)
  valueIn(await annotate(amina, { key, body: 'Ours.', audience: 'organization', organization: health.slug }))
  valueIn(await annotate(chen, { key, body: 'Theirs.', audience: 'organization', organization: finance.slug }))
  valueIn(await annotate(chen, { key, body: 'For @bruno.' }))
  expect(await toldOfWhole(id)).toEqual([
    'followed_annotation: dita',
    'followed_annotation: bruno',
    'mentioned: bruno',
    'followed_annotation: dita',
  ])
})

test('a list can be limited to what the reader follows, at once and for each reader', async () => {
  const reader = await givenPerson()
  const [first, second] = [await followed(reader), await followed(reader)]
  const listed = async (actor: Actor) => {
    const filters = valueIn(readFilters(new URLSearchParams('followed=yes')))
    const { items, total } = JSON.parse(valueIn(await listAsJson(actor, filters)))
    return { keys: items.map(({ key }: { key: string }) => key).toSorted(), total }
  }
  expect(await listed(reader)).toMatchObject({ keys: [first.key, second.key].toSorted() })
  valueIn(await unfollowRecommendation(reader, { key: first.key }))
  expect(await listed(reader)).toMatchObject({ keys: [second.key], total: 1 })
  expect(await listed(await givenPerson())).toMatchObject({ keys: [], total: 0 })
})
