import { beforeAll, expect, test } from 'vitest'
import { addLink } from '@/lib/evidence/add-link'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { discardReportDraft } from '@/lib/reports/discard-draft'
import { findReportDraftOf } from '@/lib/reports/report-drafts'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { editReportDraft, saveReportDraft } from '@/lib/reports/save-draft'
import { submitReportDraft } from '@/lib/reports/submit-draft'
import { flawInHistory, givenAssignment, givenPeople, people, traceOf, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, dita, elif, faisal, gulnar } = people

const narrative = 'The law is in'

beforeAll(givenPeople)

async function drafted(more: object = {}) {
  const { id: assignmentId } = await givenAssignment()
  return { assignmentId, ...valueIn(await saveReportDraft(amina, { assignmentId, narrative, ...more })) }
}

test('one colleague drafts and another submits; both are named, and the draft is gone', async () => {
  const { assignmentId, id } = await drafted()
  const edited = await editReportDraft(gulnar, {
    id,
    version: 1,
    narrative: 'The law is in force.',
    progress: 'implemented',
  })
  expect(edited).toMatchObject({ value: { id, state: 'draft', version: 2 } })

  const submitted = valueIn(await submitReportDraft(gulnar, { id, version: 2 }))

  expect(submitted).toMatchObject({ id, state: 'submitted', assignment: { progress: 'implemented' } })
  const whole = await findAssignmentInFull(chen, assignmentId)
  expect(whole?.reports).toMatchObject([
    { id, narrative: 'The law is in force.', author: { name: 'gulnar' }, draftedBy: [{ id: amina.id, name: 'amina' }] },
  ])
  const { events } = await traceOf(assignmentId)
  expect(events).toMatchObject([
    { kind: 'assignment.reported', actorId: gulnar.id, body: { after: { draftedBy: [amina.id] } } },
  ])
  expect(await db.reportDraft.count({ where: { assignmentId } })).toBe(0)
  expect(await flawInHistory()).toBeUndefined()
  expect(await submitReportDraft(gulnar, { id })).toMatchObject({ ok: true, changed: false, value: { id } })
  expect(refusalOf(await submitReportDraft(amina, { id }))).toBe('report_not_found')
})

test('a draft is for those who report for the organization, and leaves no trace for anyone else', async () => {
  const { assignmentId, id } = await drafted()
  for (const one of [bruno, chen, dita, elif, faisal]) {
    expect(await findReportDraftOf(one, assignmentId)).toBeUndefined()
    expect((await findAssignmentInFull(one, assignmentId))?.draft).toBeUndefined()
    expect(refusalOf(await editReportDraft(one, { id, version: 1, narrative: '' }))).toBe('report_not_found')
    expect(refusalOf(await submitReportDraft(one, { id }))).toBe('report_not_found')
    expect(refusalOf(await discardReportDraft(one, { id }))).toBe('report_not_found')
    expect(refusalOf(await reviewReport(one, { reportId: id, decision: 'accept' }))).toBe('report_not_found')
  }
  for (const one of [bruno, dita]) {
    expect(refusalOf(await saveReportDraft(one, { assignmentId, narrative }))).toBe('report_forbidden')
  }
  expect((await findAssignmentInFull(gulnar, assignmentId))?.draft).toMatchObject({
    id,
    narrative,
    savedBy: { name: 'amina' },
  })
  expect((await traceOf(assignmentId)).events).toEqual([])
})

test('those who report on behalf of the organization have a draft of their own, and its writers do not review', async () => {
  const { assignmentId } = await drafted()
  const { id } = valueIn(
    await saveReportDraft(chen, { assignmentId, narrative: 'By letter.', progress: 'implemented' }),
  )
  expect(await findReportDraftOf(faisal, assignmentId)).toMatchObject({ id, narrative: 'By letter.' })

  valueIn(await submitReportDraft(faisal, { id }))

  expect((await findAssignmentInFull(elif, assignmentId))?.reports).toMatchObject([
    { id, onBehalf: true, author: { name: 'faisal' }, draftedBy: [{ name: 'chen' }] },
  ])
  expect(refusalOf(await reviewReport(chen, { reportId: id, decision: 'accept' }))).toBe('review_own_report')
  const review = {
    id: newId(),
    assignmentId,
    reportId: id,
    decision: 'accept' as const,
    authorId: chen.id,
    decidedAt: new Date(),
  }
  await expect(db.review.create({ data: review })).rejects.toThrow('review_own')
  expect(await findReportDraftOf(amina, assignmentId)).toMatchObject({ narrative })
})

test('what someone else has saved since is shown and not overwritten, by a save and by a report', async () => {
  const { assignmentId, id } = await drafted()
  valueIn(await editReportDraft(gulnar, { id, version: 1, narrative: 'Theirs.' }))
  const current = { id: assignmentId, draft: { id, version: 2, narrative: 'Theirs.', savedBy: { name: 'gulnar' } } }

  const mine = { assignmentId, progress: 'in_progress', narrative: 'Mine.' }
  expect(await saveReportDraft(amina, { ...mine, version: 1 })).toMatchObject({ code: 'report_draft_changed', current })
  expect(await saveReportDraft(amina, mine)).toMatchObject({ code: 'report_draft_changed', current })
  expect(await reportProgress(amina, mine, { version: 1 })).toMatchObject({ code: 'report_draft_changed', current })
  expect(refusalOf(await discardReportDraft(amina, { id, version: 1 }))).toBe('report_draft_changed')
  expect((await traceOf(assignmentId)).events).toEqual([])
  expect(await findReportDraftOf(amina, assignmentId)).toMatchObject(current.draft)

  valueIn(await reportProgress(amina, mine, { version: 2 }))
  expect(await findReportDraftOf(amina, assignmentId)).toBeUndefined()
})

test('saves of one form that are lost, late or repeated end with what was typed last', async () => {
  const savedFrom = newId()
  const { assignmentId, id } = await drafted({ savedFrom, saveNumber: 1 })
  const save = (saveNumber: number, text: string) =>
    saveReportDraft(amina, { id, assignmentId, version: 1, savedFrom, saveNumber, narrative: text })

  expect(await save(3, 'Third.')).toMatchObject({ value: { version: 2 } })
  expect(await save(2, 'Second.')).toMatchObject({ changed: false, value: { version: 2, overtakenBy: 3 } })
  expect(valueIn(await save(2, 'Third.'))).not.toHaveProperty('overtakenBy')
  expect(await findReportDraftOf(amina, assignmentId)).toMatchObject({ narrative: 'Third.' })

  valueIn(await reportProgress(amina, { id, assignmentId, progress: 'in_progress', narrative: 'Sent.' }, { savedFrom }))
  expect(refusalOf(await save(4, 'Late.'))).toBe('report_draft_submitted')
  expect(await findReportDraftOf(amina, assignmentId)).toBeUndefined()
})

test('of two people who begin at once, one draft stays and the other is told', async () => {
  const { id: assignmentId } = await givenAssignment()
  const both = await Promise.all(
    [amina, gulnar].map((one) => saveReportDraft(one, { assignmentId, narrative: one.id })),
  )
  expect(both.map((one) => (one.ok ? 'saved' : one.code)).sort()).toEqual(['report_draft_changed', 'saved'])
  expect(await db.reportDraft.count({ where: { assignmentId } })).toBe(1)
})

test('a report without a draft leaves the draft; one of a draft names its evidence', async () => {
  const { assignmentId, id } = await drafted()
  const { id: evidence } = valueIn(await addLink(amina, { assignmentId, url: `https://example.org/${id}` }))
  valueIn(await editReportDraft(amina, { id, version: 1, evidence: [evidence], progress: 'in_progress' }))
  const other = { assignmentId, progress: 'in_progress', narrative: 'Another.' }
  valueIn(await reportProgress(amina, other))
  expect(await findReportDraftOf(amina, assignmentId)).toMatchObject({ id, evidence: [evidence] })

  valueIn(await reportProgress(amina, { ...other, id }, { version: 2 }))
  expect((await findAssignmentInFull(amina, assignmentId))?.evidence).toMatchObject([{ id: evidence, reports: [id] }])
})

test('an incomplete draft is not submitted', async () => {
  const { id } = await drafted({ narrative: '' })
  expect(await submitReportDraft(amina, { id })).toMatchObject({
    errors: [{ code: 'progress_missing' }, { code: 'narrative_missing' }],
  })
  expect(
    await findReportDraftOf(
      amina,
      valueIn(await editReportDraft(amina, { id, version: 1, asOf: '2026-01-31' })).assignment.id,
    ),
  ).toMatchObject({
    asOf: '2026-01-31',
  })
})
