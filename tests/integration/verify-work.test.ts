import { beforeAll, expect, test } from 'vitest'
import { verifyHistory } from '@/lib/history/verify'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { at } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/id'
import { people, valueIn } from '../support/given'
import { givenWork } from '../support/given-work'
import { afterRewriting, afterTampering } from '../support/tampering'

const { amina } = people
const ids: Record<string, string> = {}

beforeAll(async () => {
  Object.assign(ids, await givenWork())
})

test('all that can happen to an assignment leaves a sound history', async () => {
  expect(await verifyHistory()).toMatchObject({ ok: true })
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

test.each([
  ['lost', 'delete from letters'],
  ['lost', "update letters set dated = '2025-01-15'"],
  ['row', "insert into letters (of_id, assignment_id, dated) select id, assignment_id, '2025-01-15' from answers"],
])('it names what did not arrive by the letter that its event names: %s, %s', async (what, statement) => {
  const flaw = { what, table: 'letters', row: what === 'row' ? ids.answers : ids.letters }
  expect(await afterTampering(['letters'], statement)).toMatchObject({ ok: false, flaw })
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
