import { expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate, withdrawDateRequest } from '@/lib/assignments/decide-date'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { archiveDocument } from '@/lib/documents/archive-document'
import type { Actor } from '@/lib/domain/actor'
import { addLink } from '@/lib/evidence/add-link'
import { remind } from '@/lib/notifications/remind'
import { addAction } from '@/lib/plans/add-action'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { conflict, type Result } from '@/lib/platform/result'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { nextSteps, type Step, withNextSteps } from '@/lib/register/next-steps'
import { reportNoChange } from '@/lib/reports/report-no-change'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import type { Progress, ReviewDecision } from '@/prisma/generated/enums'
import { givenAssignment, people, valueIn } from '../support/given'

const { amina, bruno, chen, elif, faisal, gulnar } = people

/** An assignment of the Ministry of Health, with its latest report and its latest request for another date. */
type Given = { id: string; key: string; code: string; reportId: string; requestId: string }

async function assigned(): Promise<Given> {
  const { id, recommendation } = await givenAssignment({ dueOn: '2099-06-30' })
  const { key } = recommendation
  return { id, key, code: key.slice(0, -'-1.1'.length), reportId: newId(), requestId: newId() }
}

async function reported(progress: Progress, by: Actor = amina) {
  const given = await assigned()
  const report = { assignmentId: given.id, progress, narrative: 'The law is in force.' }
  return { ...given, reportId: valueIn(await reportProgress(by, report)).id }
}

async function reviewed(decision: ReviewDecision) {
  const given = await reported('implemented')
  valueIn(await reviewReport(faisal, { reportId: given.reportId, decision, note: 'As the annex says.' }))
  return given
}

async function requested(): Promise<Given> {
  const given = await reported('in_progress')
  const request = { assignmentId: given.id, dueOn: '2099-12-31', reason: 'The law has to pass first.' }
  return { ...given, requestId: valueIn(await requestDate(amina, request)).id }
}

const reason = 'A later report replaced it.'

async function answered(position: 'accepted' | 'not_accepted') {
  const given = await assigned()
  valueIn(await answer(amina, { assignmentId: given.id, version: 1, position, reason }))
  return given
}

async function closed(given: Given) {
  valueIn(await closeAssignment(faisal, { id: given.id, closure: 'superseded', reason }))
  return given
}

async function withinClosed() {
  const given = await requested()
  valueIn(await closeRecommendation(faisal, { key: given.key, closure: 'superseded', reason }))
  return given
}

async function withinArchived() {
  const given = await requested()
  valueIn(await archiveDocument(faisal, { code: given.code }))
  return given
}

async function decided(decision: 'grant' | 'refuse') {
  const given = await requested()
  valueIn(await decideDate(faisal, { id: given.requestId, decision, note: 'As agreed.' }))
  return given
}

async function reminded() {
  const given = await assigned()
  valueIn(await remind(faisal, { assignmentId: given.id }))
  return given
}

const states: Record<string, () => Promise<Given>> = {
  assigned,
  accepted: () => answered('accepted'),
  'not accepted': () => answered('not_accepted'),
  'closed and not accepted': async () => closed(await answered('not_accepted')),
  'under way': () => at('2026-05-03T09:00:00Z', () => reported('in_progress')),
  'claimed by the organization': () => reported('implemented'),
  'claimed on its behalf': () => reported('implemented', chen),
  returned: () => reviewed('return'),
  verified: () => reviewed('accept'),
  'verified by another action': () => reviewed('accept_alternative'),
  'waiting for a date': requested,
  'with another date': () => decided('grant'),
  'without another date': () => decided('refuse'),
  'reminded of today': reminded,
  closed: async () => closed(await requested()),
  'closed and verified': async () => closed(await reviewed('accept')),
  'of a closed recommendation': withinClosed,
  'of an archived document': withinArchived,
}

const review =
  (decision: ReviewDecision) =>
  (actor: Actor, { reportId }: Given, version: number) =>
    reviewReport(actor, { reportId, version, decision, note: 'The annex is missing.' })

const commands: Record<Step, (actor: Actor, given: Given, version: number) => Promise<Result<unknown>>> = {
  answer: (actor, { id }, version) =>
    answer(actor, { assignmentId: id, version, position: 'partially_accepted', reason: 'A part of it.' }),
  ask_again: (actor, { id }, version) => askAgain(actor, { assignmentId: id, version }),
  plan: (actor, { id }) => addAction(actor, { assignmentId: id, title: 'Draft the law' }),
  report: (actor, { id }) =>
    reportProgress(actor, { assignmentId: id, progress: 'implemented', narrative: 'All is done.' }),
  report_no_change: (actor, { id }) => reportNoChange(actor, { assignmentId: id }),
  accept: review('accept'),
  accept_alternative: review('accept_alternative'),
  return: review('return'),
  add_evidence: (actor, { id }) => addLink(actor, { assignmentId: id, url: `https://example.org/${newId()}` }),
  request_date: (actor, { id }) =>
    requestDate(actor, { assignmentId: id, dueOn: '2100-06-30', reason: 'The budget comes first.' }),
  withdraw_date_request: (actor, { requestId }) => withdrawDateRequest(actor, { id: requestId }),
  grant_date: (actor, { requestId }) => decideDate(actor, { id: requestId, decision: 'grant' }),
  refuse_date: (actor, { requestId }) => decideDate(actor, { id: requestId, decision: 'refuse', note: 'Not now.' }),
  remind: (actor, { id }) => remind(actor, { assignmentId: id }),
  change: (actor, { id }, version) => changeAssignment(actor, { id, version, owner: 'chen@example.org' }),
  close: (actor, { id }) =>
    closeAssignment(actor, { id, closure: 'no_longer_applicable', reason: 'The body was dissolved.' }),
  reopen: (actor, { id }) => reopenAssignment(actor, { id, reason: 'It was closed by mistake.' }),
  remove: (actor, { id }) => removeAssignment(actor, { id }),
}

const roles = {
  'its focal point': amina,
  'a focal point of another': bruno,
  'a reviewer': elif,
  'its own reviewer': gulnar,
  'a coordinator': chen,
}

const cases = Object.keys(states).flatMap((state) =>
  Object.entries(roles).map(([role, actor]) => ({ state, role, actor })),
)

/** Returns the assignment as everyone sees it who sees archived documents. */
async function seen({ id }: Given) {
  const view = await findAssignmentView(faisal, id)
  if (!view) throw new Error('The assignment is not there.')
  return view
}

/** By state: an assignment on which nobody has taken a step since it is in that state. Refusals leave it there. */
const waiting = new Map<string, { given: Given; version: number }>()

async function oneIn(state: string) {
  const known = waiting.get(state)
  if (known) return known
  const given = await (states[state] ?? assigned)()
  const { version } = await db.assignment.findUniqueOrThrow({ where: { id: given.id }, select: { version: true } })
  waiting.set(state, { given, version })
  return { given, version }
}

test.each(cases)('$role can do what is offered and nothing else: $state', async ({ state, actor }) => {
  const view = await findAssignmentView(actor, (await oneIn(state)).given.id)
  const offered: string[] = view ? nextSteps(actor, view) : []
  for (const [step, command] of Object.entries(commands)) {
    const { given, version } = await oneIn(state)
    const { ok } = await command(actor, given, version)
    expect([step, ok]).toEqual([step, offered.includes(step)])
    if (ok) waiting.delete(state)
  }
})

test('a refusal with the current assignment says what the person can do now', async () => {
  const { id } = await closed(await reported('in_progress'))
  const { assignment } = await seen({ id } as Given)
  const refused = await withNextSteps(chen, conflict('assignment_closed', assignment))
  expect(refused).toMatchObject({ current: { id, next: ['reopen'] } })
  expect(await withNextSteps(amina, conflict('assignment_closed', assignment))).toMatchObject({ current: { next: [] } })
})

test('a program whose token only reads can take no step', async () => {
  const { id } = await assigned()
  const view = await findAssignmentView(amina, id)
  expect(view && nextSteps({ ...amina, scope: 'read' }, view)).toEqual([])
  expect(view && nextSteps({ ...amina, scope: 'report' }, view)).toContain('report')
})
