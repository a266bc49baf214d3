import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { clientOf } from '@/lib/platform/connection'

type Watching = {
  signal: AbortSignal
  /** Writes a sentence to the log. */
  say(sentence: string): void
  /** The longest time without a database, in milliseconds. */
  longest?: number
}

const between = 1_000
const longestAnswer = 5_000

/**
 * Checks every second whether the database answers. A database may restart or move to another machine: requests fail in
 * the meantime and work again afterwards. Resolves with the reason once the database has been away for too long.
 */
export async function watchDatabase(url: string, { signal, say, longest = 30_000 }: Watching): Promise<string> {
  const ask = asker(url)
  for (let since: number | null = null; ; await pause(between, undefined, { signal, ref: false })) {
    const failure = await ask()
    if (failure === null && since !== null) say('The database is back.')
    if (failure !== null && since === null) say(`The database doesn't answer (${failure}): trying again.`)
    since = failure === null ? null : (since ?? Date.now())
    if (since !== null && Date.now() - since >= longest) {
      return `The database of DATABASE_URL hasn't answered for ${longest / 1000} seconds (${failure}): start it, then start Followthrough.`
    }
  }
}

/**
 * Returns a function that checks the database on one connection for as long as that lasts. It returns what is wrong, or
 * null.
 */
function asker(url: string) {
  let client: pg.Client | null = null
  return async () => {
    try {
      if (client === null) {
        const fresh = clientOf({
          connectionString: url,
          application_name: 'followthrough watch',
          connectionTimeoutMillis: longestAnswer,
          query_timeout: longestAnswer,
        })
        client = fresh
        await fresh.connect()
      }
      await client.query('select 1')
      return null
    } catch (error) {
      void client?.end().catch(() => {})
      client = null
      return error instanceof Error ? error.message || String(error) : String(error)
    }
  }
}
