import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { erase } from '@/lib/erasures/erase'
import { addFile } from '@/lib/evidence/add-file'
import { change } from '@/lib/history/change'
import { hashed } from '@/lib/history/events'
import { verifyHistory } from '@/lib/history/verify'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { config } from '@/lib/platform/config'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { ok } from '@/lib/platform/result'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { afterRewriting, rewrite } from '../support/tampering'
import { uploadOf } from '../support/uploads'

const { amina, chen, faisal } = people
const byLaw = { reason: 'Court order 12/2027', confirm: true }
const key = 'SALVADOR-2010-17.2'
const rows: Record<string, string> = {}
const done = { report: '', reason: '', note: '', seq: 0 }

/** Some of everything, through the commands, and after it enough for more than one batch of the walk. */
beforeAll(async () => {
  await seed()
  await givenPeople()
  const { id } = valueIn(await assign(chen, { key, organization: organizations.health.slug, dueOn: '2030-12-31' }))
  const reported = await reportProgress(amina, {
    assignmentId: id,
    progress: 'in_progress',
    narrative: 'Begun.',
    asOf: '2026-01-01',
  })
  done.report = valueIn(reported).id
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'assignment.reported' } })
  done.seq = Number(seq)

  const note = valueIn(await annotate(amina, { key, body: 'Who leads?' }))
  await editAnnotation(amina, { id: note.id, version: 1, body: 'Who leads, and by when?' })
  done.note = (await db.annotationRevision.findFirstOrThrow({ where: { number: 1 } })).id
  valueIn(
    await editRecommendation(chen, {
      key,
      version: 1,
      title: 'The minister\'s \\ "own" title',
      themes: ['Asset recovery'],
    }),
  )
  const step = valueIn(await addAction(chen, { assignmentId: id, title: 'Train', dueOn: '2030-06-30' }))
  valueIn(await changeAction(chen, { id: step.id, version: 1, state: 'under_way' }))
  const file = valueIn(await addFile(amina, { assignmentId: id }, uploadOf('The letter as it came.')))
  await closeAssignment(chen, { id, closure: 'superseded', reason: 'By a later report.' })
  done.reason = (await db.reason.findFirstOrThrow()).id

  valueIn(
    await createUserAtConsole({ email: 'new@example.org', name: 'New', role: 'viewer', organizations: ['unodc'] }),
  )
  const user = await db.user.findFirstOrThrow({ where: { email: 'new@example.org' } })
  const { id: document } = await db.document.findFirstOrThrow()
  const recommendation = await db.recommendation.findFirstOrThrow({ where: { key } })
  const organization = await db.organization.findFirstOrThrow({ where: { slug: 'unodc' } })
  Object.assign(rows, {
    ...{ recommendations: recommendation.id, assignments: id, documents: document, annotations: note.id },
    ...{ organizations: organization.id, users: user.id, actions: step.id, evidence: file.id },
  })

  await pool.query(`select append_events(null, json_agg(json_build_object('kind', 'test.happened', 'subjectType', 'test',
    'subjectId', gen_random_uuid(), 'audience', 'internal', 'body', '{}'))) from generate_series(1, 5400)`)
})

const tables = ['events', 'progress_reports', 'reasons', 'annotation_revisions']

/** Does what only somebody with full power over the database can do, looks, and puts everything back. */
async function afterTampering(statement: string, values: unknown[] = []) {
  const client = await pool.connect()
  const each = async (change: (table: string) => string) => {
    for (const table of tables) await client.query(change(table))
  }
  await each((table) => `create temporary table kept_${table} as select * from ${table}`)
  await each((table) => `alter table ${table} disable trigger all`)
  await client.query(statement, values)
  const verified = await verifyHistory()
  await each((table) => `delete from ${table}`)
  await each((table) => `insert into ${table} select * from kept_${table}`)
  await each((table) => `drop table kept_${table}`)
  await each((table) => `alter table ${table} enable trigger all`)
  await client.query('alter table events enable always trigger events_stay, enable always trigger events_stay_all')
  client.release()
  return verified
}

test('a history written through the corridor is sound, however long', async () => {
  const events = await db.event.count()
  expect(events).toBeGreaterThan(5_400)
  expect(await verifyHistory()).toEqual({ ok: true, events })
})

const other = "replace(body, '2026-01-01', '2026-01-02')"
test.each([
  {
    deed: 'one byte of a body is another',
    statement: `update events set body = ${other} where seq = $1`,
    flaw: { what: 'hash' },
  },
  {
    deed: 'somebody else is said to have done it',
    statement: 'update events set actor_id = gen_random_uuid() where seq = $1',
    flaw: { what: 'hash' },
  },
  {
    deed: 'it is said to have been at another time',
    statement: "update events set at = at - interval '1 millisecond' where seq = $1",
    flaw: { what: 'hash' },
  },
  {
    deed: 'others may hear of it',
    statement: "update events set audience = 'public' where seq = $1",
    flaw: { what: 'hash' },
  },
  { deed: 'an event has gone', statement: 'delete from events where seq = $1', flaw: { what: 'gap' } },
])('it names the first event that is wrong: $deed', async ({ statement, flaw }) => {
  expect(await afterTampering(statement, [done.seq])).toEqual({ ok: false, flaw: { ...flaw, seq: done.seq } })
})

test('a body that was rewritten together with its hash breaks the next link', async () => {
  const rewritten = `do $$ begin
    update events set body = ${other} where seq = ${done.seq};
    update events e set hash = event_hash(e) where seq = ${done.seq}; end $$`
  expect(await afterTampering(rewritten)).toEqual({ ok: false, flaw: { what: 'link', seq: done.seq + 1 } })
})

test('what was removed from the end is missed by the words that it vouched for', async () => {
  const cut = 'delete from events where seq >= $1'
  expect(await afterTampering(cut, [done.seq])).toMatchObject({ ok: false, flaw: { what: 'row' } })
})

test.each([
  { whose: 'of a report', table: 'progress_reports', column: 'narrative', row: 'report' },
  { whose: 'of a reason', table: 'reasons', column: 'text', row: 'reason' },
  { whose: 'of an earlier version of a note', table: 'annotation_revisions', column: 'body', row: 'note' },
] as const)(
  'it names the words that are not as they were written, or not there: $whose',
  async ({ table, column, row }) => {
    const flaw = { what: 'words', row: done[row], seq: expect.any(Number) }
    const forged = { ok: false, flaw }

    expect(await afterTampering(`update ${table} set ${column} = ${column} || ' ' where id = $1`, [done[row]])).toEqual(
      forged,
    )
    expect(await afterTampering(`delete from ${table} where id = $1`, [done[row]])).toEqual(forged)
    const feigned = `update ${table} set ${column} = 'Nothing.', erased_at = now() where id = $1`
    expect(await afterTampering(feigned, [done[row]])).toEqual(forged)
  },
)

test('it names what came in past the corridor', async () => {
  const added = newId()
  const statement = `insert into progress_reports (id, assignment_id, as_of, progress, narrative, author_id, state, submitted_at)
    select $1, assignment_id, as_of, progress, narrative, author_id, state, submitted_at from progress_reports`
  expect(await afterTampering(statement, [added])).toEqual({
    ok: false,
    flaw: { what: 'row', table: 'progress_reports', row: added },
  })
})

test.each([
  ['recommendations', 'title', "'Another title'", 'title'],
  ['recommendations', 'themes', "'{Another}'", 'themes'],
  ['recommendations', 'kind', "'finding'", 'kind'],
  ['assignments', 'progress', "'implemented'", 'progress'],
  ['assignments', 'due_on', "'2030-01-01'", 'dueOn'],
  ['assignments', 'role', "'lead'", 'role'],
  ['assignments', 'owner_id', '(select id from users limit 1)', 'ownerId'],
  ['assignments', 'closure', "'not_accepted'", 'closure'],
  ['assignments', 'position', "'accepted'", 'position'],
  ['actions', 'due_on', "'2030-07-31'", 'dueOn'],
  ['actions', 'state', "'dropped'", 'state'],
  ['actions', 'title_id', '(select id from reasons order by id desc limit 1)', 'titleId'],
  ['documents', 'archived_at', 'now()', 'archived'],
  ['annotations', 'withdrawn_at', 'now()', 'withdrawn'],
  ['organizations', 'name', "'Another name'", 'name'],
  ['organizations', 'archived_at', 'now()', 'archived'],
  ['users', 'role', "'administrator'", 'role'],
  ['users', 'disabled_at', 'now()', 'disabled'],
])('it names the row that was changed without an event: %s, %s', async (table, column, value, field) => {
  const row = rows[table] ?? ''
  const flaw = { what: 'field', table, row, field }
  expect(await afterRewriting(table, `id = '${row}'`, column, value)).toEqual({ ok: false, flaw })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test.each([
  ['sha256', "repeat('0', 64)", 'sha256'],
  ['audience', "'internal'", 'audience'],
  ['title_id', "(select id from reasons where text like 'By a later%')", 'title'],
  ['covers_from', "'2026-01-01'", 'from'],
])('it names the evidence that was changed without an event: %s', async (column, value, field) => {
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'assignment.evidence_added' } })
  const flaw = { what: 'field', table: 'evidence', row: rows.evidence, field, seq: Number(seq) }
  expect(await afterRewriting('evidence', `id = '${rows.evidence}'`, column, value)).toEqual({ ok: false, flaw })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('it names the file that is not as it was added, or not there', async () => {
  const { storedAs } = await db.evidence.findUniqueOrThrow({ where: { id: rows.evidence ?? '' } })
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'assignment.evidence_added' } })
  const path = join(config.DATA_DIR, 'files', storedAs?.slice(0, 2) ?? '', storedAs ?? '')
  const content = await readFile(path)
  const flaw = { table: 'evidence', row: rows.evidence, seq: Number(seq) }

  await writeFile(path, 'The letter as it came,')
  expect(await verifyHistory()).toEqual({ ok: false, flaw: { ...flaw, what: 'file' } })
  await rm(path)
  expect(await verifyHistory()).toEqual({ ok: false, flaw: { ...flaw, what: 'missing' } })
  await writeFile(path, content)
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('it names the row that has gone without an event', async () => {
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'annotation.added' } })
  await pool.query('create table kept_annotations as select * from annotations')
  await rewrite('delete from annotations')
  const flaw = { what: 'lost', table: 'annotations', seq: Number(seq), row: rows.annotations }
  expect(await verifyHistory()).toEqual({ ok: false, flaw })
  await rewrite('insert into annotations select * from kept_annotations')
  await pool.query('drop table kept_annotations')
})

test('it says how far it has come', async () => {
  const heard: string[] = []
  await verifyHistory((what, done, of) => heard.push(`${what} ${done === of ? 'all' : 'some'}`))
  expect(heard.slice(0, 3)).toEqual(['events some', 'events all', 'words all'])
  expect(heard).toContain('assignments all')
})

test('a draft is nobody’s word yet', async () => {
  const assignment = await db.assignment.findFirstOrThrow()
  const unsaid = { assignmentId: assignment.id, authorId: amina.id, progress: 'implemented', asOf: new Date() } as const
  const { id } = await db.progressReport.create({ data: { ...unsaid, narrative: 'Soon.' } })

  expect(await verifyHistory()).toMatchObject({ ok: true })
  await db.progressReport.delete({ where: { id } })
})

test('words from before there were salts are sound, and their salt goes with words that are erased', async () => {
  const [id, text] = [newId(), 'Written long ago.']
  await change(chen, async ({ tx, record }) => {
    await tx.reason.create({ data: { id, text, authorId: chen.id, writtenAt: new Date() } })
    const reason = hashed(id, text, null)
    const body = { before: { withdrawn: false as const }, after: { withdrawn: true as const, reason } }
    record({ kind: 'annotation.withdrawn', subjectId: newId(), recommendationId: null, body })
    return ok(null)
  })
  expect(await verifyHistory()).toMatchObject({ ok: true })

  const salts = () => db.annotationRevision.findUniqueOrThrow({ where: { id: done.note }, select: { salt: true } })
  expect(await salts()).toEqual({ salt: expect.stringMatching(/^[0-9a-f]{32}$/) })
  const erased = { noun: 'annotation', id: rows.annotations, items: [done.note], ...byLaw }
  expect(await erase(faisal, erased)).toMatchObject({ ok: true })
  expect(await salts()).toEqual({ salt: null })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('after all of it the history stands as before, and what the law had erased is no flaw', async () => {
  const erased = { noun: 'assignment', id: rows.assignments, items: [done.reason, done.report], ...byLaw }
  expect(await erase(faisal, erased)).toMatchObject({ ok: true })

  expect(await verifyHistory()).toMatchObject({ ok: true })
})
