import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { RecommendationStatus } from '@/prisma/generated/enums'
import { givenAssignment, givenPeople, givenReason, givenRecommendation, organizations, people } from '../support/given'
import { keptAndRight } from '../support/kept-counts'
import { runs } from '../support/runs'
import { openSession, untilWaiting } from '../support/session'
import { anyStep, because, elsewhere, everyStatus, ids } from '../support/status-steps'

const { amina, bruno } = people

beforeAll(async () => {
  await givenPeople()
  // Here statuses and dates change without the reviews and reasons that they need.
  await pool.query('alter table assignments disable trigger assignments_follow_verification')
  await pool.query('alter table assignments drop constraint assignments_claim_waits')
  await pool.query('alter table assignments disable trigger assignments_due_explained')
  because.id = (await givenReason()).id
  await db.organization.createMany({ data: ids.map((id) => ({ id, slug: `o-${id}`, name: id })) })
})

test('whatever happens to its assignments, the database keeps what the rule says', async () => {
  elsewhere.id = (await givenRecommendation()).id
  const seen = new Set<RecommendationStatus>()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 10 }), async (steps) => {
      const { id } = await givenRecommendation()
      let before = new Date(0)
      for (const take of steps) {
        await take(id)
        const [{ kept, right, changedAt }, other] = [await keptAndRight(id), await keptAndRight(elsewhere.id)]
        expect(kept).toEqual(right)
        expect(other.kept).toEqual(other.right)
        expect(changedAt.getTime()).toBeGreaterThanOrEqual(before.getTime())
        before = changedAt
        seen.add(kept.status)
      }
    }),
    { numRuns: runs(60), examples: [[everyStatus]] },
  )
  expect([...seen].sort()).toEqual(Object.values(RecommendationStatus).sort())

  const { rows } = await pool.query(`select r.key from recommendations r
    left join recommendation_versions v on v.id = r.id and v.valid_to = 'infinity'
    where (v.status, v.open_count, v.begun_count, v.implemented_count, v.verified_count, v.closed_count, v.next_due_on)
      is distinct from (r.status, r.open_count, r.begun_count, r.implemented_count, r.verified_count, r.closed_count, r.next_due_on)`)
  expect(rows).toEqual([])
})

test('what happens to an assignment is when its recommendation changed, never earlier than before, and written apart', async () => {
  const { id, recommendationId } = await givenAssignment()
  const changedAt = async (moment: string) => {
    const session = await openSession()
    await session.run("select set_config('app.now', $1, true)", [moment])
    await session.run('update assignments set version = version + 1 where id = $1', [id])
    await session.end('commit')
    const { changedAt } = await db.recommendationActivity.findUniqueOrThrow({ where: { recommendationId } })
    return changedAt.toISOString()
  }

  const written = async () =>
    (await pool.query('select xmin from recommendations where id = $1', [recommendationId])).rows

  const before = await written()
  expect(await changedAt('2031-01-01T00:00:00.000Z')).toBe('2031-01-01T00:00:00.000Z')
  expect(await changedAt('2030-01-01T00:00:00.000Z')).toBe('2031-01-01T00:00:00.000Z')
  // Neither a count nor the next due date of the recommendation is another one.
  expect(await written()).toEqual(before)
})

test('two who are the last to finish at once are both counted', async () => {
  for (const _ of Array.from({ length: 10 })) {
    const of = await givenRecommendation()
    const [one, other] = [await givenAssignment({ of }), await givenAssignment({ of, to: organizations.finance })]
    const done = { progress: 'implemented', narrative: 'Done.' }

    const results = await Promise.all([
      reportProgress(amina, { assignmentId: one.id, ...done }),
      reportProgress(bruno, { assignmentId: other.id, ...done }),
    ])

    expect(results).toMatchObject([{ ok: true }, { ok: true }])
    expect(await db.recommendation.findUnique({ where: { id: of.id } })).toMatchObject({
      status: 'implemented',
      implementedCount: 2,
      version: 1,
    })
  }
})

test('who counts while somebody else is counting waits, and then sees both', async () => {
  const of = await givenRecommendation()
  const [one, other] = [await givenAssignment({ of }), await givenAssignment({ of, to: organizations.finance })]
  const [first, second] = [await openSession(), await openSession()]
  const finish = "update assignments set progress = 'implemented' where id = $1"
  await second.run('select count(*) from assignments')
  await first.run(finish, [one.id])

  const finishing = second.run(finish, [other.id])
  await untilWaiting(second.pid)
  await first.end('commit')
  await finishing
  await second.end('commit')

  expect(await db.recommendation.findUnique({ where: { id: of.id } })).toMatchObject({
    status: 'implemented',
    implementedCount: 2,
  })
})

test('many assigned by one statement are one count and one version', async () => {
  const { id } = await givenRecommendation()
  await db.assignment.createMany({
    data: ids.map((organizationId) => ({ id: newId(), recommendationId: id, organizationId })),
  })

  const { rows } = await pool.query(
    'select open_count as open from recommendation_versions where id = $1 order by valid_from',
    [id],
  )
  expect(rows).toEqual([{ open: 0 }, { open: 8 }])
})

test('a status is never written by hand', async () => {
  const { id, recommendationId } = await givenAssignment()
  const write = (table: string, status: string, of: string) =>
    pool.query(`update ${table} set status = '${status}' where id = $1`, [of])

  await expect(write('assignments', 'verified', id)).rejects.toThrow('can only be updated to DEFAULT')
  await expect(write('recommendations', 'verified', recommendationId)).rejects.toThrow('can only be updated to DEFAULT')
})

test.each([
  { rule: 'a closure has a reason', data: { closure: 'superseded' }, refusal: 'assignments_closure_reason' },
  { rule: 'a due date has a first one', data: { dueOn: new Date('2027-06-30') }, refusal: 'assignments_original_due' },
  {
    rule: 'what is verified is implemented',
    data: { verification: 'submitted' },
    refusal: 'assignments_verified_is_implemented',
  },
] as const)('whoever writes it: $rule', async ({ data, refusal }) => {
  const { id } = await givenAssignment()
  await expect(db.assignment.update({ where: { id }, data })).rejects.toThrow(refusal)
})

test.each(['not_accepted', 'partially_accepted'] as const)('a position has a reason: %s', async (position) => {
  await expect(givenAssignment({ position })).rejects.toThrow('assignments_position_reason')
})

test('there is one lead, and one assignment for each organization', async () => {
  const of = await givenRecommendation()
  await givenAssignment({ of, role: 'lead' })

  await expect(givenAssignment({ of, to: organizations.finance, role: 'lead' })).rejects.toMatchObject({
    code: 'P2002',
  })
  await expect(givenAssignment({ of })).rejects.toMatchObject({ code: 'P2002' })
})
