import { beforeAll, expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { requestDate } from '@/lib/assignments/request-date'
import { queuesFor } from '@/lib/overview/queues'
import { at } from '@/lib/platform/clock'
import { atOneMoment } from '@/lib/platform/one-moment'
import { allAssignmentIdsOf } from '@/lib/register/assignment-list'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import type { Progress, ReviewDecision } from '@/prisma/generated/enums'
import { givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { listed } from '../support/listed'

const { amina, chen, elif } = people

beforeAll(givenPeople)

type Filters = Parameters<typeof paramsOf>[0]

/** Returns the IDs of these assignments that a list with the filters contains. */
async function among(ids: string[], filters: Filters) {
  const scope = valueIn(await scopeOf(chen, valueIn(readFilters(paramsOf(filters)))))
  const found = new Set<string>()
  const parts = atOneMoment(undefined, () => allAssignmentIdsOf(scope, 200))
  for await (const part of parts) for (const id of part) found.add(id)
  return ids.filter((id) => found.has(id))
}

async function givenReported(progress: Progress = 'implemented', day = '2026-03-01') {
  const { id } = await at('2026-01-05T09:00:00Z', () => givenAssignment({ dueOn: '2026-06-30' }))
  const report = { assignmentId: id, progress, narrative: 'The law is in force.' }
  const { id: reportId } = valueIn(await at(`${day}T09:00:00Z`, () => reportProgress(amina, report)))
  return { id, reportId }
}

async function givenReviewed(decision: ReviewDecision) {
  const { id, reportId } = await givenReported()
  const note = decision === 'accept' ? {} : { note: 'The annex is missing.' }
  valueIn(await at('2026-03-02T09:00:00Z', () => reviewReport(elif, { reportId, decision, ...note })))
  return id
}

test('a list finds assignments by the state of their review, and leaves out what is closed', async () => {
  const { id: submitted } = await givenReported()
  const { id: closed } = await givenReported()
  valueIn(await closeAssignment(chen, { id: closed, closure: 'superseded', reason: 'By a later report.' }))
  const [returned, verified, other] = [
    await givenReviewed('return'),
    await givenReviewed('accept'),
    await givenReviewed('accept_alternative'),
  ]
  const all = [submitted, closed, returned, verified, other]

  expect(await among(all, { verification: ['submitted'] })).toEqual([submitted])
  expect(await among(all, { verification: ['returned'] })).toEqual([returned])
  expect(await among(all, { verification: ['verified', 'returned'] })).toEqual([returned, verified])
  expect(await among(all, { verification: ['verified_alternative'] })).toEqual([other])
})

test('an assignment is past its original date although its due date was moved, until it is implemented', async () => {
  const { id } = await givenReported('in_progress')
  const request = { assignmentId: id, dueOn: '2026-12-31', reason: 'The law has to pass first.' }
  const { id: requestId } = valueIn(await at('2026-05-01T09:00:00Z', () => requestDate(amina, request)))
  valueIn(await at('2026-05-02T09:00:00Z', () => decideDate(chen, { id: requestId, decision: 'grant' })))
  const past = (day: string) => at(`${day}T12:00:00Z`, () => among([id], { original: 'past' }))

  expect(await past('2026-06-30')).toEqual([])
  expect(await past('2026-07-01')).toEqual([id])
  expect(await at('2026-07-01T12:00:00Z', () => among([id], { due: 'overdue' }))).toEqual([])
  const report = { assignmentId: id, progress: 'implemented', narrative: 'The law is in force.' }
  valueIn(await at('2026-07-02T09:00:00Z', () => reportProgress(amina, report)))
  expect(await past('2026-07-03')).toEqual([])
})

test('an assignment is silent from the 180th day after its latest report, and no longer once it reports', async () => {
  const { id } = await givenReported('in_progress', '2026-03-01')
  const silent = (moment: string) => at(moment, () => among([id], { silent: 'yes' }))

  expect(await silent('2026-08-27T23:59:59Z')).toEqual([])
  expect(await silent('2026-08-28T00:00:00Z')).toEqual([id])
  const report = { assignmentId: id, progress: 'in_progress', narrative: 'The draft is with parliament.' }
  valueIn(await at('2026-08-28T09:00:00Z', () => reportProgress(amina, report)))
  expect(await silent('2026-08-28T10:00:00Z')).toEqual([])
})

test('what was never reported is silent from the 180th day after it was assigned; what is implemented never is', async () => {
  const { id } = await givenAssignment()
  const { id: implemented } = await givenReported()
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

  expect(await at(day(179), () => among([id, implemented], { silent: 'yes' }))).toEqual([])
  expect(await at(day(180), () => among([id, implemented], { silent: 'yes' }))).toEqual([id])
})

test('each queue of a coordinator leads to a list with as many rows', () =>
  at('2027-11-01T09:00:00Z', async () => {
    const queues = await queuesFor(chen)
    const silent = queues.find(({ name }) => name === 'silent')
    expect(silent?.total).toBeGreaterThan(0)
    for (const { filters, total } of queues) expect(total).toBe(await listed.assignments(filters))
  }))

test('a list of recommendations finds those of which one assignment meets all these filters', async () => {
  const id = await givenReviewed('return')
  const organization = 'ministry-of-health'
  const before = await listed.recommendations({ verification: ['returned'], organization })
  const report = { assignmentId: id, progress: 'implemented', narrative: 'The annex is attached.' }
  valueIn(await reportProgress(amina, report))

  expect(await listed.recommendations({ verification: ['returned'], organization })).toBe(before - 1)
  expect(await listed.recommendations({ verification: ['returned'], organization: 'ministry-of-finance' })).toBe(0)
})

test('an unknown value is refused at its filter', () => {
  const read = (query: string) => readFilters(new URLSearchParams(query))
  expect(read('verification=none')).toMatchObject({
    errors: [{ field: 'verification.0', code: 'verification_unknown' }],
  })
  expect(read('original=future')).toMatchObject({ errors: [{ field: 'original', code: 'original_unknown' }] })
  expect(read('silent=no')).toMatchObject({ errors: [{ field: 'silent', code: 'silent_unknown' }] })
})
