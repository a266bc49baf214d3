import { expect, test } from 'vitest'
import { hashed } from '@/lib/history/events'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenRecommendation, organizations, people, traceOf } from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, elif, gulnar } = people
const begun = { progress: 'in_progress', narrative: 'Working group set up.' }

test('a focal point reports, and the history says who and what, but not in which words', async () => {
  const { id: assignmentId } = await givenAssignment()
  const id = newId()

  const result = await at('2026-03-01T09:00:00Z', () => reportProgress(amina, { ...begun, id, assignmentId }))
  const report = await db.progressReport.findUniqueOrThrow({ where: { id } })

  expect(result).toMatchObject({
    ok: true,
    value: { id, state: 'submitted', assignment: { id: assignmentId, status: 'in_progress', version: 2 } },
  })
  expect(await traceOf(assignmentId)).toMatchObject({
    status: 'in_progress',
    reports: [{ narrative: begun.narrative, onBehalf: false }],
    events: [
      {
        kind: 'assignment.reported',
        actorId: amina.id,
        audience: 'internal',
        body: {
          before: { progress: 'not_started', verification: 'none' },
          after: {
            progress: 'in_progress',
            verification: 'none',
            asOf: '2026-03-01',
            onBehalf: false,
            report: hashed(id, begun.narrative, report.salt),
          },
        },
      },
    ],
  })
})

test('a report is kept with its day and its moment, and its words as they were meant', async () => {
  const { id: assignmentId } = await givenAssignment()
  const input = { ...begun, narrative: '  Re\u0301seau set up.\n', asOf: '2026-02-14' }

  await at('2026-03-01T09:00:00.123Z', () => reportProgress(amina, { ...input, assignmentId }))

  expect(await db.progressReport.findFirst({ where: { assignmentId } })).toMatchObject({
    narrative: 'R\u00e9seau set up.',
    asOf: new Date('2026-02-14'),
    submittedAt: new Date('2026-03-01T09:00:00.123Z'),
    authorId: amina.id,
  })
})

test('whoever claims to be done is up for verification, and whoever takes it back no longer is', async () => {
  const { id: assignmentId } = await givenAssignment({ progress: 'implemented', verification: 'verified' })

  const back = await reportProgress(amina, { ...begun, assignmentId })
  const done = await reportProgress(amina, { ...begun, assignmentId, progress: 'implemented' })

  expect(back).toMatchObject({ value: { assignment: { status: 'in_progress', verification: 'none' } } })
  expect(done).toMatchObject({ value: { assignment: { status: 'implemented', verification: 'submitted' } } })
})

test('a coordinator reports on behalf of an organization, and it is marked', async () => {
  const { id: assignmentId } = await givenAssignment()

  await reportProgress(chen, { ...begun, assignmentId })

  expect(await traceOf(assignmentId)).toMatchObject({
    reports: [{ onBehalf: true }],
    events: [{ actorId: chen.id, body: { after: { onBehalf: true } } }],
  })
})

test('a reviewer answers for the organization that they belong to', async () => {
  const { id: assignmentId } = await givenAssignment()

  expect(await reportProgress(gulnar, { ...begun, assignmentId })).toMatchObject({ ok: true })

  expect(await traceOf(assignmentId)).toMatchObject({ reports: [{ onBehalf: false }] })
})

test('of two people reporting from the same page, one is told what the other did', async () => {
  const { id: assignmentId } = await givenAssignment()
  const report = () => reportProgress(amina, { ...begun, assignmentId, version: 1 })

  const results = await atOnce('assignments', assignmentId, report, report)

  expect(results).toContainEqual(expect.objectContaining({ ok: true }))
  expect(results).toContainEqual(
    expect.objectContaining({
      reason: 'conflict',
      current: expect.objectContaining({ status: 'in_progress', version: 2 }),
    }),
  )
  expect(await traceOf(assignmentId)).toMatchObject({ reports: [{}], events: [{}] })
})

test('who says nothing of what they saw reports on what stands: of several at once none is refused', async () => {
  const { id: assignmentId } = await givenAssignment()
  const report = (turn: number) => reportProgress(amina, { ...begun, assignmentId, narrative: `Met, ${turn}.` })

  const results = await Promise.all([1, 2, 3, 4].map(report))

  expect(results.map(({ ok }) => ok)).toEqual([true, true, true, true])
  expect(await traceOf(assignmentId)).toMatchObject({ version: 5, reports: [{}, {}, {}, {}], events: [{}, {}, {}, {}] })
})

test('a report on one assignment makes no form on another one, or on the recommendation, stale', async () => {
  const { id, recommendationId } = await givenAssignment()
  const beside = await givenAssignment({ of: { id: recommendationId }, to: organizations.finance })

  await reportProgress(amina, { ...begun, assignmentId: id })

  expect(await db.assignment.findUnique({ where: { id: beside.id } })).toMatchObject({ version: 1 })
  expect(await db.recommendation.findUnique({ where: { id: recommendationId } })).toMatchObject({
    version: 1,
    status: 'in_progress',
  })
})

const closed = { closed: true }
const refusals = [
  { rule: 'another organization cannot report', actor: bruno, code: 'report_forbidden' },
  { rule: 'a viewer cannot report, even from the same organization', actor: dita, code: 'report_forbidden' },
  { rule: 'a reviewer of no organization cannot report', actor: elif, code: 'report_forbidden' },
  { rule: 'what stands in an archived document is not there', given: { archived: true }, code: 'assignment_not_found' },
  { rule: 'a closed assignment takes no report', given: closed, code: 'assignment_closed' },
  { rule: 'an out-of-date page overwrites nothing', input: { version: 7 }, code: 'assignment_changed' },
  { rule: 'a report speaks for no day to come', input: { asOf: '2999-01-01' }, code: 'asOf: as_of_in_future' },
  { rule: 'a day that is none is no day', input: { asOf: '2026-02-30' }, code: 'asOf: as_of_unreadable' },
  { rule: 'a report says how far it has come', input: { progress: 'verified' }, code: 'progress: progress_missing' },
  { rule: 'a blank text is no account', input: { narrative: '  ' }, code: 'narrative: narrative_missing' },
  {
    rule: 'a text that cannot be kept is no account',
    input: { narrative: 'a\0b' },
    code: 'narrative: text_unreadable',
  },
  {
    rule: 'an account has an end',
    input: { narrative: 'a'.repeat(20_001) },
    code: 'narrative: text_too_long',
  },
  { rule: 'what can be no id is the id of nothing', input: { assignmentId: 'x' }, code: 'assignment_not_found' },
  { rule: 'a report has an id that can be one', input: { id: 'x' }, code: 'id: field_unreadable' },
  { rule: 'a version is a number', input: { version: 'latest' }, code: 'version: version_missing' },
  { rule: 'what could be made a number is none', input: { version: true }, code: 'version: version_missing' },
  { rule: 'nor is a list of one', input: { version: [1] }, code: 'version: version_missing' },
  { rule: 'nobody says on whose behalf but the rule', input: { onBehalf: false }, code: 'onBehalf: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = amina, input, code }) => {
  const { id: assignmentId } = await givenAssignment(given)
  const before = await traceOf(assignmentId)

  const result = await reportProgress(actor, { ...begun, assignmentId, ...input })

  expect(refusalOf(result)).toBe(code)
  expect(await traceOf(assignmentId)).toEqual(before)
})

test('a recommendation that is closed as a whole takes no report', async () => {
  const { id: assignmentId } = await givenAssignment({ of: await givenRecommendation({ closed: true }) })
  const before = await traceOf(assignmentId)

  expect(refusalOf(await reportProgress(amina, { ...begun, assignmentId }))).toBe('recommendation_closed')
  expect(await traceOf(assignmentId)).toEqual(before)
})
