import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { clientOf } from '@/lib/platform/connection'
import type { Environment } from '@/lib/platform/environment'
import { Problem } from './problem'

const tries = 5

/**
 * Returns how long a pooler in front of the server keeps a connection for us: for a session, as without a pooler, or
 * for a transaction. Throws a Problem if DATABASE_POOLING is `session` and the pooler shares connections, because most
 * requests would fail.
 */
export async function findPooling(url: string, setting: Environment['DATABASE_POOLING']) {
  if (setting === 'transaction') return setting
  const clients = [clientOf({ connectionString: url }), clientOf({ connectionString: url })] as const
  try {
    await Promise.all(clients.map((client) => client.connect()))
    const found = (await sharesConnections(...clients)) ? 'transaction' : 'session'
    if (setting === 'session' && found !== setting) {
      throw new Problem(
        'DATABASE_POOLING says session, but the pooler of DATABASE_URL shares connections: set it to transaction.',
      )
    }
    return found
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
  }
}

/**
 * Returns whether a session sees what another one has set, or misses what it has set itself while another session has a
 * transaction open.
 */
async function sharesConnections(one: pg.Client, other: pg.Client) {
  const mark = randomUUID()
  const seen = async (client: pg.Client) => {
    const { rows } = await client.query<{ seen: string | null }>(`select current_setting('app.pooling', true) as seen`)
    return rows[0]?.seen === mark
  }
  for (let attempt = 0; attempt < tries; attempt++) {
    await one.query(`select set_config('app.pooling', $1, false)`, [mark])
    await begin(other)
    const shares = (await seen(other)) || !(await seen(one))
    await other.query('rollback')
    if (shares) return true
  }
  return false
}

const begin = (client: pg.Client) =>
  client.query('begin').catch((error: Error) => {
    if (!error.message.includes('statement pooling')) throw error
    throw new Problem('The pooler of DATABASE_URL is in statement mode: set it to session or transaction mode.')
  })
