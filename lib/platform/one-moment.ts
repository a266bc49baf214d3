import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import { config } from './config'
import { openPool } from './connection'
import { type PastDay, settingsFor, showing } from './shown-day'

/*
 * A file may take minutes to read and to send. Its reads run in one transaction, so that all its rows show the same
 * moment, on two connections of their own, so that files never take those of pages.
 */

const storage = new AsyncLocalStorage<pg.ClientBase>()

/** Returns the connection on which everything is read that one file contains, or undefined outside of such reads. */
export const clientOfMoment = (): pg.ClientBase | undefined => storage.getStore()

/** A reader that pauses for longer than this loses its connection, so that no transaction stays open for it. */
const limits = {
  timezone: 'UTC',
  statement_timeout: '60s',
  lock_timeout: '8s',
  idle_in_transaction_session_timeout: '60s',
}

/** The longest that a file may take, in milliseconds, so that slow readers do not keep others from theirs. */
const longest = 10 * 60_000

const open = () =>
  openPool(config.DATABASE_URL, config.DATABASE_POOLING, { max: 2, min: 0, query_timeout: 90_000, settings: limits })

const shared: { followthroughFiles?: ReturnType<typeof open> } = globalThis as typeof globalThis & {
  followthroughFiles?: ReturnType<typeof open>
}

/**
 * Returns the parts of a generator whose reads all show one moment: the present one, or the end of a past day. It ends
 * its transaction after the last part, or when the caller stops.
 */
export async function* atOneMoment<T>(
  past: PastDay | undefined,
  parts: () => AsyncGenerator<T>,
): AsyncGenerator<T, void> {
  shared.followthroughFiles ??= open()
  const client = await shared.followthroughFiles.connect()
  const began = performance.now()
  const within = <R>(work: () => R) => storage.run(client, () => showing(past, work))
  let complete = false
  try {
    await client.query(`begin isolation level repeatable read read only; ${past ? settingsFor(past) : ''}`)
    const read = within(parts)
    for (;;) {
      const part = await within(() => read.next())
      if (part.done) break
      if (performance.now() - began > longest) throw new Error('A file took too long to read.')
      yield part.value
    }
    await client.query('commit')
    complete = true
  } finally {
    client.release(!complete)
  }
}

/** Returns the rows of a query in parts of `size`, read by a cursor. Only within `atOneMoment`. */
export async function* rowsInParts<Row extends pg.QueryResultRow>(
  query: { text: string; values: unknown[] },
  size: number,
): AsyncGenerator<Row[]> {
  const client = clientOfMoment()
  if (!client) throw new Error('A cursor needs the transaction of one moment.')
  await client.query({ text: `declare listed no scroll cursor for ${query.text}`, values: query.values })
  for (;;) {
    const { rows } = await client.query<Row>(`fetch ${size} from listed`)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await client.query('close listed')
}
