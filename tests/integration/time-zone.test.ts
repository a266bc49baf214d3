import pg from 'pg'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'

/** Five hours and three quarters from UTC, so that no mistake of whole hours hides another. Before the pool connects. */
async function moveToKathmandu() {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`alter database ${client.database} set timezone to 'Asia/Kathmandu'`)
  await client.end()
}

const moment = new Date('2026-03-01T22:30:00.123Z')

test('in a database of another zone a moment and a day are read as they were written', async () => {
  await moveToKathmandu()
  const code = 'KATHMANDU'
  const written = { id: newId(), code, title: 'A text', dated: new Date('2026-03-02'), createdAt: moment }
  await db.document.create({ data: written })

  const read = await db.document.findUniqueOrThrow({ where: { code } })
  expect(read.createdAt.toISOString()).toBe(moment.toISOString())
  expect(read.dated?.toISOString()).toBe('2026-03-02T00:00:00.000Z')

  const { rows } = await pool.query(
    'select created_at, dated, current_setting($1) as zone from documents where code = $2',
    ['timezone', code],
  )
  expect(rows).toEqual([{ created_at: moment, dated: '2026-03-02', zone: 'UTC' }])
})
