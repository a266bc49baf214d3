import type { PoolClient } from 'pg'
import { vi } from 'vitest'
import { pool } from '@/lib/platform/db'

/** Opens a session with a transaction, for tests that need two at once, step by step. */
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

/** Resolves when these sessions wait for a lock. */
export const untilWaiting = (...pids: number[]) =>
  vi.waitUntil(async () => {
    const waiting = `select from pg_stat_activity where pid = any($1) and wait_event_type = 'Lock'`
    const { rowCount } = await pool.query(waiting, [pids])
    return rowCount === pids.length
  }, patience)

/** Resolves when this many sessions wait for a lock. */
export const untilHeld = (count: number) =>
  vi.waitUntil(async () => {
    const { rowCount } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount === count
  }, patience)

/** Runs all works at once. Holds each back at one row until all have reached it, so that none sees what another did. */
export async function atOnce<T>(table: string, id: string, ...works: (() => Promise<T>)[]): Promise<T[]> {
  const gate = await openSession()
  await gate.run(`select from ${table} where id = $1 for update`, [id])
  const all = Promise.all(works.map((work) => work()))
  await untilHeld(works.length)
  await gate.end('rollback')
  return all
}

/** Runs works one after another. Each reaches the row before the next begins, and they continue in that order. */
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

/** Starts the work, does something else while it waits for a row, and then lets it continue. */
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
