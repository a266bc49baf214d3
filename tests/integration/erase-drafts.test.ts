import { beforeAll, expect, test } from 'vitest'
import { erase } from '@/lib/erasures/erase'
import { eraseAtConsole, erasePersonAtConsole, listErasableAtConsole } from '@/lib/erasures/erase-at-console'
import { erasableIn } from '@/lib/erasures/queries'
import { addFile } from '@/lib/evidence/add-file'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { timelineOf } from '@/lib/history/timeline'
import { db } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { eventsOf, flawInHistory, givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'
import { uploadOf } from '../support/uploads'

const { amina, bruno, chen, faisal } = people
const byLaw = { reason: 'Court order 12/2027', confirm: true }

beforeAll(givenPeople)

test('a draft is erased by administrators, who read only their own; nobody else hears of it', async () => {
  const { id } = await givenAssignment()
  const theirs = valueIn(await saveReportDraft(amina, { assignmentId: id, narrative: 'Nadia Rahimi leads.' }))
  const own = valueIn(await saveReportDraft(chen, { assignmentId: id, narrative: 'Nadia Rahimi wrote.' }))
  const { found } = await erasableIn(faisal, 'assignment', id)
  expect(found).toMatchObject([
    { id: own.id, kind: 'draft', content: 'Nadia Rahimi wrote.' },
    { id: theirs.id, kind: 'draft' },
  ])
  expect(found[1]?.content).toBeUndefined()

  const items = [theirs.id, own.id]
  const input = { noun: 'assignment', id, items, ...byLaw }
  expect(refusalOf(await erase(chen, input))).toBe('erasure_forbidden')
  expect(refusalOf(await erase(faisal, { ...input, id: (await givenAssignment()).id }))).toBe('erasure_unknown')
  expect(await erase(faisal, input)).toMatchObject({ ok: true, changed: true })
  expect(await db.reportDraft.count({ where: { assignmentId: id } })).toBe(0)
  expect((await findAssignmentInFull(amina, id))?.draft).toBeUndefined()
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    kind: 'assignment.erased',
    audience: 'organization',
    body: { after: { erased: expect.arrayContaining([{ id: theirs.id, kind: 'draft' }]) } },
  })
  const kindsFor = async (actor: typeof amina) =>
    (await timelineOf(actor, { subject: { type: 'assignment', id } })).entries.map(({ kind }) => kind)
  expect(await kindsFor(amina)).toContain('assignment.erased')
  expect(await kindsFor(bruno)).not.toContain('assignment.erased')
  expect(await flawInHistory()).toBeUndefined()
  expect(await erase(faisal, input)).toMatchObject({ ok: true, changed: false })

  // The colleague who has the old draft open is told that it was deleted, and loses nothing.
  const late = { id: theirs.id, assignmentId: id, version: 1, narrative: 'Nadia Rahimi leads it.' }
  expect(refusalOf(await saveReportDraft(amina, late))).toBe('report_draft_gone')
})

test('content that was erased cannot be added to its assignment again, withdrawn or not', async () => {
  for (const withdrawn of [false, true]) {
    const { id } = await givenAssignment()
    const add = (assignmentId: string) => addFile(amina, { assignmentId }, uploadOf('The letter of Nadia Rahimi.'))
    const file = valueIn(await add(id))
    if (withdrawn) valueIn(await withdrawEvidence(amina, { id: file.id, reason: 'Wrong file.' }))
    valueIn(await erase(faisal, { noun: 'assignment', id, items: [file.id], ...byLaw }))
    expect(refusalOf(await add(id))).toMatch(/evidence_erased_before/)
    expect(await add((await givenAssignment()).id)).toMatchObject({ ok: true })
  }
})

test('an administrator at the console lists and erases, as that administrator', async () => {
  const { email: by } = await db.user.findUniqueOrThrow({ where: { id: faisal.id } })
  const { id, recommendation } = await givenAssignment()
  const told = { assignmentId: id, progress: 'in_progress', narrative: 'Nadia Rahimi leads the unit.' }
  const report = valueIn(await reportProgress(amina, told))
  const of = `assignment:${id}`
  expect(await listErasableAtConsole({ by, of })).toMatchObject({
    ok: true,
    value: [{ id: report.id, kind: 'report' }],
  })
  valueIn(await editRecommendation(chen, { key: recommendation.key, version: 1, title: 'Share data' }))
  expect(valueIn(await listErasableAtConsole({ by, of: `recommendation:${recommendation.key}` }))).toEqual([])

  valueIn(await eraseAtConsole({ by, of, item: [report.id], reason: byLaw.reason }))
  expect(await db.progressReport.findUnique({ where: { id: report.id } })).toMatchObject({ narrative: '' })
  expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'assignment.erased', actorId: faisal.id })

  const person = await givenPerson({ name: 'Zahra Qadiri' })
  const asChen = (await db.user.findUniqueOrThrow({ where: { id: chen.id } })).email
  for (const [given, code] of [
    [{ by: asChen }, 'erasure_forbidden'],
    [{ by: 'nobody@example.org' }, 'email_unknown'],
    [{ email: 'nobody@example.org' }, 'email_unknown'],
    [{ reason: undefined }, 'reason: reason_missing'],
  ] as const) {
    const input = { by, email: person.email, reason: byLaw.reason, ...given }
    expect(refusalOf(await erasePersonAtConsole(input))).toBe(code)
  }
  expect(refusalOf(await listErasableAtConsole({ by, of: 'something' }))).toMatch(/erasure_subject_unreadable/)
  for (const [of, code] of [
    ['assignment:x', 'assignment_not_found'],
    ['annotation:x', 'annotation_not_found'],
    ['recommendation:NOPE', 'recommendation_not_found'],
  ]) {
    expect(refusalOf(await listErasableAtConsole({ by, of }))).toBe(code)
  }
  valueIn(await erasePersonAtConsole({ by, email: person.email, reason: byLaw.reason }))
  expect(await db.user.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({ passwordHash: null })
  expect(await db.user.count({ where: { name: 'Zahra Qadiri' } })).toBe(0)
})
