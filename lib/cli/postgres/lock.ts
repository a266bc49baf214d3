import pg from 'pg'
import { clientOf } from '@/lib/platform/connection'
import { addressOf } from './socket'

/**
 * The number of the advisory lock. It must never change, because two versions of Followthrough must not open the same
 * cluster either.
 */
const lock = 72707370

/** The result of an attempt to hold a cluster: it is ours, another process holds it, or it cannot be reached yet. */
type Attempt =
  | { state: 'held'; client: pg.Client; ended: Promise<void> }
  | { state: 'taken'; by: string }
  | { state: 'recovering' | 'stopping' | 'unreachable' }

/** Treats a server that is too busy to answer as one that cannot be reached yet. */
const longestAnswer = 5_000

/**
 * Locks a cluster with an advisory lock on a connection that stays open as long as the process runs. The lock shows
 * which process opened the cluster, even if another one started the server. It ends with its holder, in whatever way
 * that ends.
 */
export async function tryToHold(socket: string, holder: string): Promise<Attempt> {
  const client = clientOf({
    connectionString: addressOf(socket, 'postgres'),
    application_name: holder,
    connectionTimeoutMillis: longestAnswer,
  })
  const ended = new Promise<void>((resolve) => client.once('end', resolve))
  try {
    await client.connect()
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock])
    if (rows[0]?.mine) return { state: 'held', client, ended }

    const by = await holderOf(client)
    await client.end()
    return by === undefined ? { state: 'unreachable' } : { state: 'taken', by }
  } catch (error) {
    return { state: stateOf(error) }
  }
}

/** PostgreSQL has one code for both starting and stopping, but a server that is stopping never comes back by itself. */
function stateOf(error: unknown) {
  if (!(error instanceof pg.DatabaseError) || error.code !== '57P03') return 'unreachable'
  return error.message.includes('shutting down') ? 'stopping' : 'recovering'
}

async function holderOf(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1
       and l.database = (select oid from pg_database where datname = 'postgres')`,
    [lock],
  )
  return rows[0]?.name
}
