import { beforeAll, expect, test } from 'vitest'
import { type Change, change, changeInSql } from '@/lib/history/change'
import { at } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { ok } from '@/lib/platform/result'
import { reviewReport } from '@/lib/reports/review-report'
import { givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { givenClaim } from '../support/given-claim'
import { bumped } from '../support/recorded-change'
import { atOnce } from '../support/session'

const { chen, elif, faisal } = people

beforeAll(givenPeople)

type Recording = Pick<Change, 'record' | 'now'>

const corridors = [
  {
    corridor: 'through Prisma',
    changing: (work: (recording: Recording) => Promise<unknown>) =>
      change(chen, async (recording) => {
        await work(recording)
        return ok(null)
      }),
  },
  {
    corridor: 'in plain SQL',
    changing: (work: (recording: Recording) => Promise<unknown>) =>
      changeInSql(chen, async (recording) => {
        await work(recording)
        return ok(null)
      }),
  },
]

const momentsOf = async (subjectId: string) =>
  (await db.event.findMany({ where: { subjectId }, orderBy: { seq: 'asc' } })).map((event) => event.at.getTime())

const renamed = (subjectId: string, name: string) =>
  ({ kind: 'organization.renamed', subjectId, body: { before: { name: '' }, after: { name } } }) as const

test.each(corridors)('$corridor a change that another one overtakes has the later moment', async ({ changing }) => {
  const { id } = await givenAssignment()
  const moments: Date[] = []
  let overtaken = false

  const result = await changing(async ({ record, now }) => {
    moments.push(now)
    record(renamed(id, 'Second'))
    if (overtaken) return
    overtaken = true
    const later = new Date(now.getTime() + 2).toISOString()
    valueIn(await at(later, () => change(chen, async ({ record }) => ok(record(renamed(id, 'First'))))))
  })

  expect(result).toMatchObject({ ok: true })
  const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })
  expect(events.map(({ body }) => JSON.parse(body).after.name)).toEqual(['First', 'Second'])
  const [first = 0, second = 0] = await momentsOf(id)
  expect(second).toBeGreaterThan(first)
  expect(moments.at(-1)?.getTime()).toBe(second)
  expect(moments).toHaveLength(2)
})

test('a change of something else does not begin again', async () => {
  const [one, other] = [await givenAssignment(), await givenAssignment()]
  let attempts = 0
  await change(chen, async ({ record }) => {
    attempts++
    valueIn(await change(chen, async ({ record }) => ok(record(bumped(other.id)))))
    return ok(record(bumped(one.id)))
  })
  expect(attempts).toBe(1)
})

/** Appends an event of a server whose clock differs by so many milliseconds. */
async function appendAhead(subjectId: string, milliseconds: number) {
  const moment = new Date(Date.now() + milliseconds)
  const event = { kind: 'test.happened', subjectType: 'assignment', subjectId, audience: 'internal', body: '{}' }
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('app.now', ${moment.toISOString()}, true)`
    await tx.$executeRaw`select append_events(null, ${JSON.stringify([event])}::json)`
  })
  return moment.getTime()
}

test.each(corridors)('$corridor a change follows that of a server whose clock is ahead', async ({ changing }) => {
  const { id } = await givenAssignment()
  const ahead = await appendAhead(id, 3_000)

  expect(await changing(async ({ record }) => record(bumped(id)))).toMatchObject({ ok: true })

  expect(await momentsOf(id)).toEqual([ahead, ahead + 1])
})

test('a clock that was set, or was wrong by far, changes no moment', async () => {
  const { id } = await givenAssignment()
  await at('2099-01-01T09:00:00Z', () => change(chen, async ({ record }) => ok(record(bumped(id)))))
  await change(chen, async ({ record }) => ok(record(bumped(id))))
  await at('2020-01-01T09:00:00Z', () => change(chen, async ({ record }) => ok(record(bumped(id)))))

  const [far, real = 0, past] = await momentsOf(id)
  expect([far, past]).toEqual([Date.parse('2099-01-01T09:00:00Z'), Date.parse('2020-01-01T09:00:00Z')])
  expect(Math.abs(Date.now() - real)).toBeLessThan(5_000)
})

test('reviews at the same time are shown in the order in which they were decided', async () => {
  const { assignmentId, reportId } = await givenClaim()
  const deciding = [elif, chen, faisal].map((actor, place) => () => {
    const decision = place === 1 ? 'return' : 'accept'
    return reviewReport(actor, { reportId, decision, note: `Decision ${place}.` })
  })
  await atOnce('assignments', assignmentId, ...deciding)

  const events = await db.event.findMany({
    where: { kind: 'assignment.reviewed', subjectId: assignmentId },
    orderBy: { seq: 'asc' },
  })
  const { rows } = await pool.query(
    'select id, decided_at as at from reviews where assignment_id = $1 order by decided_at, id',
    [assignmentId],
  )
  expect(rows).toEqual(events.map(({ body, at }) => ({ id: JSON.parse(body).after.reviewId, at })))
})
