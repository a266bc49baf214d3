import type { PoolClient } from 'pg'
import { vi } from 'vitest'
import { pool } from '@/lib/platform/db'

/** A session of its own within an open transaction, for tests that need two at once, step by step. */
export async function openSession() {
  const client = await pool.connect()
  await client.query('begin')
  const pid = await pidOf(client)
  return {
    pid,
    run: (text: string, values: unknown[] = []) => client.query(text, values),
    async end(how: 'commit' | 'rollback') {
      await client.query(how)
      client.release()
    },
  }
}

async function pidOf(client: PoolClient) {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid ?? 0
}

const patience = { interval: 10, timeout: 10_000 }

/** Resolves once these sessions wait for what others have locked. */
export const untilWaiting = (...pids: number[]) =>
  vi.waitUntil(async () => {
    const waiting = `select from pg_stat_activity where pid = any($1) and wait_event_type = 'Lock'`
    const { rowCount } = await pool.query(waiting, [pids])
    return rowCount === pids.length
  }, patience)

/** Resolves once so many sessions, whichever, wait for what others have locked. */
export const untilHeld = (count: number) =>
  vi.waitUntil(async () => {
    const { rowCount } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount === count
  }, patience)

/** Runs all of these at once, each held back at this row until all have come to it: so none has seen what another did. */
export async function atOnce<T>(table: string, id: string, ...works: (() => Promise<T>)[]): Promise<T[]> {
  const gate = await openSession()
  await gate.run(`select from ${table} where id = $1 for update`, [id])
  const all = Promise.all(works.map((work) => work()))
  await untilHeld(works.length)
  await gate.end('rollback')
  return all
}

/** Runs them one after another: each has come to the row before the next begins, and goes on in that order. */
export async function inTurn<T>(table: string, id: string, ...works: (() => Promise<T>)[]): Promise<T[]> {
  const gate = await openSession()
  await gate.run(`select from ${table} where id = $1 for no key update`, [id])
  const all: Promise<T>[] = []
  for (const work of works) {
    all.push(work())
    await untilHeld(all.length)
  }
  await gate.end('rollback')
  return Promise.all(all)
}

/** Starts the work, does something else while it waits for this row, and then lets it go on. */
export async function whileHeld<T>(
  table: string,
  id: string,
  work: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
) {
  const gate = await openSession()
  await gate.run(`select from ${table} where id = $1 for no key update`, [id])
  const working = work()
  await untilHeld(1)
  await meanwhile()
  await gate.end('rollback')
  return working
}
