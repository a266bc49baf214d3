import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { makeTokenAtConsole } from '@/lib/people/make-token'
import { findByToken } from '@/lib/people/tokens'
import { isDatabaseBusy } from '@/lib/platform/database-failure'
import { db } from '@/lib/platform/db'
import { health } from '@/lib/platform/health'
import { newId } from '@/lib/platform/id'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, people, valueIn } from '../support/given'

const { amina } = people
const key = 'SALVADOR-2010-17.2'
const other = new pg.Client({ connectionString: process.env.DATABASE_URL })

beforeAll(async () => {
  await seed()
  await givenPeople()
  await other.connect()
})
afterAll(() => other.end())

test('while writers wait for each other, readers go on', async () => {
  const events = "hashtextextended('events', 0)"
  await other.query(`select pg_advisory_lock(${events})`)
  const writing = Promise.all(Array.from({ length: 30 }, () => annotate(amina, { key, body: 'Seen.', id: newId() })))
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  const waiters = async () => (await other.query<{ n: number }>(waiting)).rows[0]?.n
  while ((await waiters()) !== 10) await db.user.count()

  const since = performance.now()
  await Promise.all(Array.from({ length: 20 }, () => db.recommendation.count()))
  expect(performance.now() - since).toBeLessThan(4_000)

  await other.query(`select pg_advisory_unlock(${events})`)
  for (const written of await writing) expect(written.ok).toBe(true)
})

test('whether it is ready is asked of the disk too', async () => {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  await other.query(`alter database ${database} set temp_file_limit = 0`)
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [database],
  )
  await expect.poll(health, { timeout: 5_000 }).toMatchObject({ status: 'not_ready', reason: 'database_fails' })
  await other.query(`alter database ${database} reset temp_file_limit`)
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [database],
  )
  await expect.poll(health, { timeout: 5_000 }).toEqual({ status: 'ready' })
})

test('a database that can only be read still reads, and says that nothing can be written', async () => {
  const { email } = await db.user.findUniqueOrThrow({ where: { id: amina.id } })
  const { token } = valueIn(await makeTokenAtConsole({ user: email, name: 'Read' }))
  expect(await health()).toEqual({ status: 'ready' })

  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  await other.query(`alter database ${database} set default_transaction_read_only = on`)
  await other.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [database],
  )
  await expect.poll(() => findByToken(token).catch(() => null)).toMatchObject({ id: amina.id })
  const refused = await annotate(amina, { key, body: 'Not now.' }).catch((error: unknown) => error)
  expect(isDatabaseBusy(refused)).toBe(true)
  const unready = {
    status: 'not_ready',
    reason: 'read_only',
    detail: expect.stringContaining('Nothing can be written'),
  }
  await expect.poll(health, { timeout: 5_000 }).toEqual(unready)
})
