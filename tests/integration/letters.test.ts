import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { requestDate } from '@/lib/assignments/request-date'
import type { Actor } from '@/lib/domain/actor'
import { addLink } from '@/lib/evidence/add-link'
import { timelineOf } from '@/lib/history/timeline'
import { addAction } from '@/lib/plans/add-action'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { submitReportDraft } from '@/lib/reports/submit-draft'
import { flawInHistory, givenAssignment, givenPeople, people, traceOf, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, faisal } = people

beforeAll(givenPeople)

const addressOf = (id: string, page: string) => ({ assignmentId: id, url: `https://example.org/${id}/${page}` })

/** Everything that can arrive by letter. Its assignment has version 1. */
const entries: Record<string, (actor: Actor, id: string, letter: object) => Promise<Result<unknown>>> = {
  answers: (actor, assignmentId, letter) =>
    answer(actor, { assignmentId, version: 1, position: 'accepted', ...letter }),
  plan: (actor, assignmentId, letter) => addAction(actor, { assignmentId, title: 'Draft the law', ...letter }),
  reports: (actor, assignmentId, letter) =>
    reportProgress(actor, { assignmentId, progress: 'in_progress', narrative: 'The law has passed.', ...letter }),
  evidence: (actor, id, letter) => addLink(actor, { ...addressOf(id, 'annex'), ...letter }),
  dates: (actor, assignmentId, letter) =>
    requestDate(actor, { assignmentId, dueOn: '2099-06-30', reason: 'The law has to pass.', ...letter }),
}

async function givenLetter() {
  const { id } = await givenAssignment()
  const { id: letter } = valueIn(await addLink(chen, { ...addressOf(id, 'letter'), title: 'Letter of the Minister' }))
  return { id, letter }
}

test.each(Object.entries(entries))('what arrived by letter has its date and the letter: %s', async (_, enter) => {
  const { id, letter } = await givenLetter()
  valueIn(await enter(chen, id, { letterOn: '2026-05-03', letter }))

  const whole = await findAssignmentInFull(bruno, id)
  const shown = await findAssignmentInFull(faisal, id)
  const items = shown && [...shown.answers, ...shown.plan, ...shown.reports, ...shown.evidence, ...shown.dates]
  const entered = items?.find(({ letterOn }) => letterOn === '2026-05-03')
  expect(entered).toBeDefined()
  expect(shown?.evidence.find((one) => one.id === letter)?.letterOf).toEqual([entered?.id])
  // The letter is for the organization and for those who keep the record.
  expect(whole?.evidence).toEqual([])
  const { entries: told } = await timelineOf(chen, { subject: { type: 'assignment', id } })
  expect(told[0]?.pairs).toContainEqual({ label: 'Date of the letter', after: '3 May 2026' })
  expect(await flawInHistory()).toBeUndefined()
})

test.each(Object.entries(entries))('a letter that cannot be is refused without a trace: %s', async (_, enter) => {
  const { id, letter } = await givenLetter()
  const { letter: anothers } = await givenLetter()
  const before = await traceOf(id)
  const refused = async (actor: Actor, given: object) => refusalOf(await enter(actor, id, given))
  expect(await refused(amina, { letterOn: '2026-05-03' })).toBe('letterOn: letter_not_on_behalf')
  expect(await refused(chen, { letter })).toBe('letterOn: letter_date_missing')
  expect(await refused(chen, { letterOn: '2199-01-01' })).toBe('letterOn: letter_in_future')
  expect(await refused(chen, { letterOn: '2026-05-03', letter: anothers })).toBe('letter: letter_not_there')
  expect(await traceOf(id)).toEqual(before)
  expect(await db.letter.count({ where: { assignmentId: id } })).toBe(0)
})

test('a draft keeps its letter until it is submitted', async () => {
  const { id: assignmentId, letter } = await givenLetter()
  const typed = { progress: 'in_progress', narrative: 'The law has passed.', letterOn: '2026-05-03', letter }
  const { id } = valueIn(await saveReportDraft(chen, { assignmentId, ...typed }))
  expect((await findAssignmentInFull(faisal, assignmentId))?.draft).toMatchObject(typed)
  expect(await saveReportDraft(chen, { assignmentId, version: 1, ...typed })).toMatchObject({
    ok: true,
    changed: false,
  })
  valueIn(await submitReportDraft(faisal, { id }))
  expect(await db.letter.findUnique({ where: { ofId: id } })).toMatchObject({ evidenceId: letter })
})
