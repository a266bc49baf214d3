import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { findAssignment } from '@/lib/assignments/queries'
import { reportedLateInWords } from '@/lib/domain/implementation-claim'
import { firstWork } from '@/lib/overview/my-work'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { rowsOf } from '@/lib/register/list-rows'
import { matrixOf, placeIn } from '@/lib/register/matrix'
import { organizationAssignments } from '@/lib/register/organization-assignments'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { linesOf } from '../support/csv-lines'
import { assignmentsCsv, recommendationsCsv } from '../support/exported'
import { givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenGroup } from '../support/places'

const dueOn = '2026-03-01'

type Said = [day: string, progress: string, corrects?: 'the one before']
const previous = 'the one before'

/** An assignment that is due on that day, and what was reported of it on others. */
async function givenReports(...reports: Said[]) {
  const { id: recommendationId, key } = await givenRecommendation()
  const duty = { key, organization: organizations.health.slug, dueOn }
  const { id } = valueIn(await at('2026-01-05T09:00:00Z', () => assign(people.chen, duty)))
  let last: string | undefined
  for (const [day, progress, corrects] of reports) {
    const input = { assignmentId: id, progress, narrative: 'It was done.', corrects: corrects && last }
    last = valueIn(await at(`${day}T23:30:00Z`, () => reportProgress(people.amina, input))).id
  }
  return { id, recommendationId, key }
}

const assignmentOf = async (id: string) => (await findAssignment(people.chen, id))?.assignment

test('what was first reported as implemented after its due date stays late, whatever is said or set later', async () => {
  const { id, recommendationId, key } = await givenReports(['2026-03-10', 'implemented'], ['2026-03-20', 'implemented'])
  const before = await assignmentOf(id)
  expect(before?.reportedImplemented).toEqual({ at: '2026-03-10T23:30:00.000Z', dueOn })

  const later = { id, dueOn: '2027-06-30', reason: 'The ministry asked for it.', version: before?.version }
  expect(await at('2026-04-01T09:00:00Z', () => changeAssignment(people.chen, later))).toMatchObject({ ok: true })

  const after = await assignmentOf(id)
  expect(after && reportedLateInWords(after)).toBe('reported 9 days late')
  expect(await rowsOf([recommendationId])).toMatchObject([{ reportedLate: 1 }])
  const document = key.slice(0, -'-1.1'.length)
  const sheet = valueIn(await assignmentsCsv(people.chen, valueIn(readFilters(paramsOf({ document })))))
  expect((await linesOf(sheet))[1]).toContain(',2027-06-30,2026-03-01,9,')
})

test('what was reported late is called late wherever the assignment is shown, also once its date is gone', async () => {
  const { id, recommendationId, key } = await givenReports(['2026-03-10', 'implemented'])
  const now = await assignmentOf(id)
  const undated = { id, dueOn: null, reason: 'The ministry asked for it.', version: now?.version }
  expect(await at('2026-04-01T09:00:00Z', () => changeAssignment(people.chen, undated))).toMatchObject({ ok: true })

  const slug = organizations.health.slug
  const { items } = await organizationAssignments(people.chen, { slug, stage: 'reported' })
  const matrix = await matrixOf([recommendationId], '2026-04-02')
  const { done } = await firstWork(people.amina, 50)
  const shown = [
    await assignmentOf(id),
    items.find((one) => one.id === id),
    matrix.cells.get(placeIn(key, slug)),
    done.items.find(({ assignment }) => assignment.id === id)?.assignment,
  ]
  expect(shown.map((one) => one && reportedLateInWords(one))).toEqual(Array(4).fill('reported 9 days late'))

  const document = key.slice(0, -'-1.1'.length)
  const sheet = valueIn(await recommendationsCsv(people.chen, valueIn(readFilters(paramsOf({ document })))))
  expect((await linesOf(sheet))[1]).toContain(',1,1,1,0,0,1,')
})

test('of a group it is said how many were reported late', async () => {
  const { id, key } = await givenReports(['2026-03-10', 'implemented'])
  const group = await givenGroup(organizations.health)
  await db.assignment.update({ where: { id }, data: { viaGroupId: group.id } })
  const whole = await findRecommendationView(people.chen, key)
  expect(whole?.groups).toMatchObject([{ slug: group.slug, claims: [{ dueOn }] }])
})

test.each([
  { rule: 'on its due date', reports: [[dueOn, 'implemented']] as [string, string][] },
  {
    rule: 'but then taken back',
    reports: [
      ['2026-03-10', 'implemented'],
      ['2026-03-11', 'in_progress'],
    ] as [string, string][],
  },
])('what was reported as implemented $rule is not called late', async ({ reports }) => {
  const { id, recommendationId } = await givenReports(...reports)
  const assignment = await assignmentOf(id)
  expect(assignment && reportedLateInWords(assignment)).toBeUndefined()
  expect(await rowsOf([recommendationId])).toMatchObject([{ reportedLate: 0 }])
})

test.each<{ rule: string; reports: Said[]; first?: string }>([
  {
    rule: 'its correction',
    reports: [
      ['2026-02-01', 'implemented'],
      ['2026-02-02', 'in_progress', previous],
    ],
  },
  {
    rule: 'the correction of its correction',
    reports: [
      ['2026-02-01', 'implemented'],
      ['2026-02-02', 'implemented', previous],
      ['2026-02-03', 'in_progress', previous],
    ],
  },
  {
    rule: 'the third correction',
    reports: [
      ['2026-02-01', 'implemented'],
      ['2026-02-02', 'implemented', previous],
      ['2026-02-03', 'implemented', previous],
      ['2026-02-04', 'in_progress', previous],
    ],
  },
  {
    rule: 'a correction, and was then said again by another one',
    reports: [
      ['2026-02-01', 'implemented'],
      ['2026-02-02', 'in_progress', previous],
      ['2026-03-10', 'implemented', previous],
    ],
  },
])('a claim that was taken back by $rule does not make a later one come in time', async ({ reports }) => {
  const { id, recommendationId } = await givenReports(...reports, ['2026-03-10', 'implemented'])
  const assignment = await assignmentOf(id)
  expect(assignment?.reportedImplemented).toEqual({ at: '2026-03-10T23:30:00.000Z', dueOn })
  expect(assignment && reportedLateInWords(assignment)).toBe('reported 9 days late')
  expect(await rowsOf([recommendationId])).toMatchObject([{ reportedLate: 1 }])
})

test('a return ends a claim, also one of several reports: the next one is late, and until then none was made', async () => {
  const { id, recommendationId } = await givenReports(['2026-02-01', 'implemented'], ['2026-02-10', 'implemented'])
  const latest = await db.progressReport.findFirstOrThrow({ where: { assignmentId: id }, orderBy: { number: 'desc' } })
  const decision = { reportId: latest.id, decision: 'return', note: 'The minutes are missing.' }
  valueIn(await at('2026-02-20T09:00:00Z', () => reviewReport(people.elif, decision)))
  expect((await assignmentOf(id))?.reportedImplemented).toBeUndefined()
  expect(await rowsOf([recommendationId])).toMatchObject([{ reportedLate: 0 }])

  const again = { assignmentId: id, progress: 'implemented', narrative: 'With the minutes.' }
  const { assignment } = valueIn(await at('2026-03-10T09:00:00Z', () => reportProgress(people.amina, again)))

  expect(reportedLateInWords(assignment)).toBe('reported 9 days late')
  expect(assignment).toEqual(await assignmentOf(id))
  expect(await rowsOf([recommendationId])).toMatchObject([{ reportedLate: 1 }])
})

test('a claim stays where it was corrected in other things than the progress, however often', async () => {
  const { id } = await givenReports(
    ['2026-02-01', 'implemented'],
    ['2026-03-10', 'implemented', previous],
    ['2026-03-11', 'implemented', previous],
  )
  expect((await assignmentOf(id))?.reportedImplemented).toEqual({ at: '2026-02-01T23:30:00.000Z', dueOn })
})

test('the answer to a report says the same as what is read afterwards', async () => {
  const { id } = await givenReports()
  const input = { assignmentId: id, progress: 'implemented', narrative: 'It was done.' }
  const { assignment } = valueIn(await at('2026-03-10T09:00:00Z', () => reportProgress(people.amina, input)))
  expect(assignment).toEqual(await assignmentOf(id))
})

test.each(['implemented', 'in_progress', 'not_started'] as const)(
  'after implemented, not started and %s, the answer to the report is what is read later',
  async (progress) => {
    const { id } = await givenReports(['2026-03-10', 'implemented'], ['2026-03-20', 'not_started'])
    const input = { assignmentId: id, progress, narrative: 'Once more.' }

    const { assignment } = valueIn(await at('2026-04-01T09:00:00Z', () => reportProgress(people.amina, input)))

    expect(assignment).toEqual(await assignmentOf(id))
  },
)

test('when an assignment is first reported as implemented, or no longer so, the answer is what is read later', async () => {
  const { id } = await givenReports()
  for (const progress of ['implemented', 'not_started', 'partially_implemented']) {
    const input = { assignmentId: id, progress, narrative: 'It is so.' }
    const { assignment } = valueIn(await reportProgress(people.amina, input))
    expect(assignment).toEqual(await assignmentOf(id))
  }
})
