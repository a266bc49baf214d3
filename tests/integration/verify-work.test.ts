import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { requestDate } from '@/lib/assignments/request-date'
import { addLink } from '@/lib/evidence/add-link'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { verifyHistory } from '@/lib/history/verify'
import { remind } from '@/lib/notifications/remind'
import { setOrganizations } from '@/lib/people/set-organizations'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { afterRewriting, afterTampering } from '../support/tampering'

const { amina, chen, elif, faisal } = people
const key = 'SALVADOR-2010-17.2'
const ids: Record<string, string> = {}

/** Everything that can happen to an assignment, through the commands. */
beforeAll(async () => {
  await seed()
  await givenPeople()
  const first = await assign(chen, { key, organization: organizations.health.slug, dueOn: '2030-06-30' })
  const { id: assignmentId } = valueIn(first)
  const version = async () => (await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).version
  valueIn(await answer(amina, { assignmentId, version: 1, position: 'partially_accepted', reason: 'A part of it.' }))
  const moved = { id: assignmentId, dueOn: '2030-12-31', reason: 'The budget comes later.' }
  valueIn(await changeAssignment(chen, { ...moved, version: await version() }))
  valueIn(await remind(chen, { assignmentId, note: 'The committee meets in May.' }))
  const step = valueIn(await addAction(amina, { assignmentId, title: 'Train the staff', dueOn: '2030-06-30' }))
  valueIn(await changeAction(amina, { id: step.id, version: 1, state: 'under_way' }))
  const link = valueIn(await addLink(amina, { assignmentId, url: 'https://example.org/letter' }))
  const other = valueIn(await addLink(amina, { assignmentId, url: 'https://example.org/annex' }))
  valueIn(await withdrawEvidence(amina, { id: other.id, reason: 'It was the wrong one.' }))
  const request = await requestDate(amina, { assignmentId, dueOn: '2031-06-30', reason: 'The law has to pass.' })
  valueIn(await decideDate(chen, { id: valueIn(request).id, decision: 'grant', dueOn: '2031-03-31', note: 'Then.' }))
  const report = { assignmentId, progress: 'implemented', narrative: 'The law is in force.', asOf: '2026-01-01' }
  const reported = valueIn(await reportProgress(amina, { ...report, evidence: [link.id] }))
  const review = { reportId: reported.id, decision: 'return', note: 'The annex is missing.' }
  valueIn(await reviewReport(elif, review))
  valueIn(await editRecommendation(chen, { key, version: 1, title: 'Another title' }))
  const person = await givenPerson({ organizationIds: [organizations.health.id] })
  const wish = [{ organization: organizations.health.slug, kind: 'alternate' }]
  valueIn(await setOrganizations(faisal, { id: person.id, version: 1, organizations: wish }))

  const { id: answers } = await db.answer.findFirstOrThrow()
  const { id: reviews } = await db.review.findFirstOrThrow()
  const { id: moves } = await db.dateChange.findFirstOrThrow({ where: { kind: 'moved' } })
  const given = { answers, reviews, moves, requests: valueIn(request).id, progress_reports: reported.id }
  Object.assign(ids, given, {
    assignments: assignmentId,
    actions: step.id,
    evidence: link.id,
    users: person.id,
    withdrawn: other.id,
  })
})

test('all that can happen to an assignment leaves a sound history', async () => {
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test.each([
  ['reviews', 'reviews', 'decision', "'accept_alternative'", 'decision'],
  ['reviews', 'reviews', 'note_id', '(select reason_id from answers limit 1)', 'noteId'],
  ['reviews', 'reviews', 'author_id', "(select id from users where name = 'chen')", 'authorId'],
  ['answers', 'answers', 'position', "'accepted'", 'position'],
  ['answers', 'answers', 'answered_on', "'2020-01-01'", 'answeredOn'],
  ['answers', 'answers', 'reason_id', '(select reason_id from date_changes limit 1)', 'reasonId'],
  ['date_changes', 'requests', 'asked', "'2031-12-31'", 'asked'],
  ['date_changes', 'requests', 'granted', "'2031-12-31'", 'granted'],
  ['date_changes', 'requests', 'note_id', '(select reason_id from answers limit 1)', 'noteId'],
  ['date_changes', 'moves', 'kind', "'corrected'", 'corrected'],
  ['progress_reports', 'progress_reports', 'as_of', "'2026-01-02'", 'asOf'],
  ['progress_reports', 'progress_reports', 'progress', "'in_progress'", 'progress'],
  ['progress_reports', 'progress_reports', 'submitted_at', "'2020-01-01'", 'submittedAt'],
  ['reviews', 'reviews', 'decided_at', "'2020-01-01'", 'decidedAt'],
  ['answers', 'answers', 'written_at', "'2020-01-01'", 'writtenAt'],
  ['evidence', 'evidence', 'url', "'https://example.org/other'", 'url'],
  ['evidence', 'evidence', 'assignment_id', `'${newId()}'`, 'assignmentId'],
  ['evidence', 'withdrawn', 'withdrawal_reason_id', '(select reason_id from answers limit 1)', 'withdrawalReasonId'],
  ['evidence', 'withdrawn', 'withdrawn_by_id', "(select id from users where name = 'chen')", 'withdrawnById'],
])('it names the row that differs from its event: %s, %s, %s', async (table, name, column, value, field) => {
  const row = ids[name]
  const flaw = { what: 'field', table, row, field }
  expect(await afterRewriting(table, `id = '${row}'`, column, value)).toMatchObject({ ok: false, flaw })
})

test('it names the alternate who became the main focal point without an event', async () => {
  const flaw = { what: 'field', table: 'users', row: ids.users, field: 'alternateIds' }
  const found = await afterRewriting('memberships', `user_id = '${ids.users}'`, 'kind', "'main'")
  expect(found).toEqual({ ok: false, flaw })
})

test.each([
  ['assignment_versions', 'assignments', "progress = 'not_started'", 'due_on', "'2027-01-01'", 'dueOn'],
  [
    'assignment_versions',
    'assignments',
    "progress = 'not_started'",
    'owner_id',
    '(select max(id::text)::uuid from users)',
    'ownerId',
  ],
  ['action_versions', 'actions', "state = 'planned'", 'due_on', "'2027-01-01'", 'dueOn'],
])(
  'it names the earlier version that differs from the events: %s, %s, %s, %s',
  async (table, name, which, column, value, field) => {
    const where = `id = '${ids[name]}' and ${which} and version = 1`
    const flaw = { what: 'field', table, row: ids[name], field }
    expect(await afterRewriting(table, where, column, value)).toEqual({ ok: false, flaw })
  },
)

test.each([
  [
    'assignment_versions',
    "update assignment_versions set valid_from = valid_from - interval '1 hour' where version = 1",
    'valid_from',
  ],
  [
    'assignment_versions',
    "update assignment_versions set valid_to = valid_to - interval '1 hour' where version = 2",
    'valid_to',
  ],
  [
    'recommendation_versions',
    "update recommendation_versions set title = 'Forged' where title = 'Another title'",
    'title',
  ],
])(
  'it names the row whose versions have a gap, another beginning or another value: %s, %s',
  async (table, statements, field) => {
    expect(await afterTampering([table], statements)).toMatchObject({
      ok: false,
      flaw: { what: 'field', table, field },
    })
  },
)

test.each([
  'delete from assignment_versions where version = 2',
  "delete from assignment_versions where valid_to = 'infinity'",
  `update assignment_versions v set valid_to = n.valid_to from assignment_versions n
     where n.id = v.id and n.version = 2 and v.version = 1;
   delete from assignment_versions where version = 2;
   update assignment_versions n set valid_from = v.valid_to from assignment_versions v
     where n.id = v.id and n.version = 3 and v.version = 1`,
])('it names the change whose version was removed: %s', async (statements) => {
  const flaw = { what: 'lost', table: 'assignment_versions', row: ids.assignments, seq: expect.any(Number) }
  expect(await afterTampering(['assignment_versions'], statements)).toEqual({ ok: false, flaw })
})

test.each([
  ['reviews', 'reviews'],
  ['answers', 'answers'],
  ['date_changes', 'requests'],
  ['date_changes', 'moves'],
])('it names the row that an event made and that is gone: %s, %s', async (table, name) => {
  const gone = await afterTampering([table], `delete from ${table} where id = '${ids[name]}'`)
  expect(gone).toMatchObject({ ok: false, flaw: { what: 'lost', table } })
})

test.each([
  [
    'reviews',
    `insert into reviews select '${newId()}', assignment_id, report_id, 'accept', null, author_id, decided_at from reviews`,
  ],
  [
    'answers',
    `insert into answers (id, assignment_id, position, answered_on, author_id, written_at) select '${newId()}', assignment_id, 'accepted', answered_on, author_id, written_at from answers`,
  ],
])('it names the row that no event made: %s', async (table, statement) => {
  expect(await afterTampering([table], statement)).toMatchObject({ ok: false, flaw: { what: 'row', table } })
})

test.each([
  ['lost', 'delete from report_evidence'],
  [
    'row',
    "insert into report_evidence select assignment_id, report_id, (select id from evidence where url like '%annex') from report_evidence",
  ],
])('it names the report whose evidence is not what its event named: %s', async (what, statement) => {
  const flaw = { what, table: 'report_evidence', row: ids.progress_reports }
  expect(await afterTampering(['report_evidence'], statement)).toMatchObject({ ok: false, flaw })
})

test('versions hold while others change the same assignment in the same moment', async () => {
  const moment = '2029-05-04T09:00:00Z'
  await at(moment, async () => {
    for (const title of ['A', 'B', 'C']) valueIn(await addAction(amina, { assignmentId: ids.assignments, title }))
    for (const version of [2, 3, 4])
      valueIn(await changeAction(amina, { id: ids.actions, version, dueOn: `2030-0${version}-01` }))
  })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})
