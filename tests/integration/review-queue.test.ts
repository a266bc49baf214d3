import { expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { newSalt } from '@/lib/history/events'
import {
  claimsToReview,
  ReviewCursor,
  type ReviewQueue,
  reviewQueue,
  waitingReviews,
} from '@/lib/overview/review-queue'
import { beginningOfWaiting } from '@/lib/overview/waiting-place'
import { at } from '@/lib/platform/clock'
import { cursorOf } from '@/lib/platform/cursor'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { notOwnReview, ownReview } from '@/lib/reports/review-policy'
import { reviewReport } from '@/lib/reports/review-report'
import { givenAssignment, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, dita, elif, gulnar } = people
const claim = { progress: 'implemented', narrative: 'Done in full.' }

const claimed = (day: number, given: Parameters<typeof givenAssignment>[0] = {}, by = amina) =>
  at(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`, async () => {
    const { id } = await givenAssignment(given)
    return { assignmentId: id, ...valueIn(await reportProgress(by, { ...claim, assignmentId: id })) }
  })

const authors = { nobody: {}, 'the reader': { authorId: elif.id }, 'a draft of the reader': { draftedBy: [elif.id] } }
const owners = { nobody: null, 'the reader': elif.id, 'another person': bruno.id }
const reviewable = Object.entries(authors).flatMap(([reported, report]) =>
  Object.entries(owners).flatMap(([owned, ownerId]) =>
    [true, false].map((member) => ({ reported, report, owned, ownerId, member })),
  ),
)
test.each(reviewable)(
  'SQL and TypeScript say the same of who may review: reported by $reported, owned by $owned, own organization: $member',
  async ({ reported, report, ownerId, member }) => {
    const { id } = await givenAssignment({ ownerId })
    for (const number of [1, 2]) {
      const written = { authorId: amina.id, ...(number === 1 && report) }
      const said = {
        progress: 'in_progress',
        narrative: 'Begun.',
        asOf: new Date('2026-03-01'),
        state: 'submitted',
      } as const
      await db.progressReport.create({
        data: { id: newId(), assignmentId: id, number, salt: newSalt(), submittedAt: new Date(), ...said, ...written },
      })
    }
    const reader = { ...elif, organizationIds: member ? [organizations.health.id] : [organizations.finance.id] }

    const { rows } = await pool.query(
      `select ${notOwnReview('$2', '$3::uuid[]')} as may from assignments a where id = $1`,
      [id, reader.id, reader.organizationIds],
    )

    const involvement = { organizationId: organizations.health.id, ownerId, reported: reported !== 'nobody' }
    expect(rows).toEqual([{ may: ownReview(reader, involvement) === undefined }])
  },
)

test('what waits longest comes first, page by page; what is closed, archived or decided does not wait', async () => {
  const closed = await claimed(1)
  const of = await givenRecommendation()
  await claimed(2, { of })
  const decided = await claimed(3)
  const away = await claimed(4)
  const waiting = []
  for (const day of [9, 7, 8, 6, 5]) waiting.push({ day, ...(await claimed(day)) })
  valueIn(await closeAssignment(chen, { id: closed.assignmentId, closure: 'superseded', reason: 'Replaced.' }))
  valueIn(await closeRecommendation(chen, { key: of.key, closure: 'superseded', reason: 'Replaced.' }))
  valueIn(await reviewReport(elif, { reportId: decided.id, decision: 'return', note: 'Say more.' }))
  const { recommendationId } = await db.assignment.findUniqueOrThrow({ where: { id: away.assignmentId } })
  await db.document.updateMany({
    where: { recommendations: { some: { id: recommendationId } } },
    data: { archivedAt: new Date() },
  })
  await claimed(10)

  const seen: ReviewQueue['items'] = []
  let after: string | undefined
  do {
    const { items, next, total } = valueIn(await reviewQueue(elif, { limit: 2, after }))
    expect(total).toBe(6)
    seen.push(...items)
    after = next ?? undefined
  } while (after)

  const days = seen.map(({ claimedAt }) => Number(claimedAt.slice(8, 10)))
  expect(days).toEqual([5, 6, 7, 8, 9, 10])
  const ids = waiting.toSorted((a, b) => a.day - b.day).map(({ id }) => id)
  expect(seen.slice(0, 5).map(({ report }) => report.id)).toEqual(ids)
  expect(seen[0]).toMatchObject({
    report: { narrative: claim.narrative, onBehalf: false },
    claimedAt: '2026-03-05T09:00:00.000Z',
  })
  expect(await waitingReviews(elif)).toBe(6)
})

test('who may not review a report sees it, and why somebody else does', async () => {
  const { assignmentId } = await claimed(11, { ownerId: elif.id }, chen)
  const ownOf = async (actor: typeof chen | typeof elif) => {
    const { items } = valueIn(await reviewQueue(actor, { limit: 200 }))
    return items.find(({ assignment }) => assignment.id === assignmentId)?.own
  }
  expect(await ownOf(chen)).toBe('review_own_report')
  expect(await ownOf(elif)).toBe('review_own_assignment')
  expect(await ownOf(gulnar)).toBe('review_own_organization')
  expect(await ownOf(people.faisal)).toBeUndefined()

  const all = valueIn(await reviewQueue(chen, { limit: 200 })).total
  expect(await waitingReviews(people.faisal)).toBe(all)
  for (const actor of [chen, elif, gulnar]) {
    const { items } = valueIn(await reviewQueue(actor, { limit: 200 }))
    const others = items.filter(({ own }) => !own)
    expect(others.length).toBeLessThan(all)
    expect(await waitingReviews(actor)).toBe(others.length)
    const { count, rows } = await claimsToReview(actor, { from: beginningOfWaiting, limit: 5 })
    expect({ count, items: rows.map(({ claim }) => claim) }).toEqual({
      count: others.length,
      items: others.slice(0, 5),
    })
  }
})

test('a place that the database cannot read is none', async () => {
  for (const claimedAt of ['0000-01-01T00:00:00Z', `2026-01-01T00:00:00.${'1'.repeat(300)}Z`]) {
    const after = cursorOf('review', [claimedAt, newId()])
    expect(ReviewCursor.safeParse(after).success).toBe(false)
  }
})

test.each([amina, dita])('who reviews nothing has no queue, and no number in the menu', async (actor) => {
  expect(refusalOf(await reviewQueue(actor))).toBe('review_forbidden')
  expect(waitingReviews(actor)).toBeUndefined()
  expect(await claimsToReview(actor, { from: beginningOfWaiting, limit: 5 })).toEqual({ rows: [], count: 0 })
})
