import { expect, test } from 'vitest'
import { verifyHistory } from '@/lib/history/verify'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { done } from './written'

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
