import { expect, test } from 'vitest'
import { connected } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenAssignment } from '../support/given'

test('many events are appended without reading a table for each of them, also by a session that began with few', async () => {
  const { id: subjectId, recommendationId } = await givenAssignment()
  const one = {
    kind: 'assignment.reminded',
    subjectType: 'assignment',
    subjectId,
    recommendationId,
    audience: 'internal',
  }
  const read = await connected(async (sql) => {
    const append = async (many: number) => {
      const events = Array.from({ length: many }, () => ({ ...one, body: '{"before":null,"after":{"to":[]}}' }))
      await sql.query(
        `select set_config('app.change', $1, true), set_config('app.now', '2026-11-24T09:00:00Z', true)`,
        [newId()],
      )
      await sql.query('select append_events(null, $1::json)', [JSON.stringify(events)])
    }
    await sql.query('begin')
    await append(1)
    await sql.query('analyze events, assignments')
    for (let turn = 0; turn < 3; turn++) await append(1)
    await append(500)
    const { rows } = await sql.query(
      `select relname, seq_tup_read::int as read from pg_stat_xact_user_tables where relname in ('events', 'assignments')`,
    )
    await sql.query('rollback')
    return rows
  })
  for (const table of read)
    expect(table).toEqual({ relname: table.relname, read: expect.toSatisfy((n: number) => n < 100) })
  expect(read).toHaveLength(2)
})
