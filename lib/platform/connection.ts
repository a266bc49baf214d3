import pg from 'pg'
import type { Environment } from './environment'

type Pooling = Environment['DATABASE_POOLING']

type Settings = Record<string, string>

type PoolOptions = { max: number; min: number; query_timeout: number; settings: Settings }

/**
 * The time zone is UTC, because the adapter writes times without a zone. The limits keep one client from holding up all
 * others.
 */
const usual: Settings = {
  timezone: 'UTC',
  statement_timeout: '15s',
  lock_timeout: '8s',
  idle_in_transaction_session_timeout: '15s',
}

const setting = (scope: 'session' | 'local', settings: Settings) =>
  Object.entries(settings)
    .map(([name, value]) => `set ${scope} ${name} = '${value}'`)
    .join('; ')

/** A statement ends on the server after 15 seconds. If there is no answer after this time, the server is not there. */
const noAnswer = 20_000

/** On a full disk the server may accept no new connection. At least four stay open and can still read. */
const usualPool: PoolOptions = { max: 16, min: 4, query_timeout: noAnswer, settings: usual }

/**
 * Returns a client that survives the loss of its connection. Without a listener, an error on the connection would end
 * the process.
 */
export function clientOf(options: pg.ClientConfig) {
  const client = new pg.Client(options)
  client.on('error', () => {}) // The next query reports the error.
  return client
}

/**
 * Opens connections of this process. `pooling` says how a pooler between us and the server shares connections, and
 * `settings` are those of each session or, with a pooler, of each transaction.
 */
export function openPool(
  connectionString: string | undefined,
  pooling: Pooling,
  { settings, ...options }: PoolOptions = usualPool,
) {
  const pool = new pg.Pool({
    connectionString,
    ...options,
    connectionTimeoutMillis: 5_000, // Without a limit the pool would wait forever.
    keepAlive: true,
    // A pooler refuses such settings when a connection opens.
    ...(pooling !== 'transaction' && { onConnect: (client) => client.query(setting('session', settings)) }),
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // The pool listens for errors only while a connection is idle, but the server may also end one that is in use.
    client.on('error', () => {})
    queryInTurn(client, pooling === 'transaction' ? (query) => withinTransaction(query, settings) : (query) => query)
  })
  if (pooling === 'transaction') queryInTransactions(pool)
  return pool
}

type Query = { text: string; name?: string | undefined }

/** Makes a client run its queries one after another, even if several are requested at the same time. */
function queryInTurn(client: pg.ClientBase, adapt: (query: Query) => Query) {
  const send: (...given: unknown[]) => unknown = client.query.bind(client)
  let last: Promise<unknown> = Promise.resolve()

  Object.assign(client, {
    query(query: string | Query, ...more: unknown[]) {
      // The pool's own query is the only one on its connection.
      if (typeof more.at(-1) === 'function') return send(query, ...more)

      const adapted = adapt(typeof query === 'string' ? { text: query } : query)
      const answer = last.then(() => send(adapted, ...more))
      last = answer.catch((error: unknown) => abandonUnanswered(client, error))
      return answer
    },
  })
}

/**
 * Closes a connection whose query timed out. The server may still answer that query, and the next user of the
 * connection would get the answer.
 */
function abandonUnanswered(client: pg.ClientBase, error: unknown) {
  const unanswered = error instanceof Error && error.message === 'Query read timeout'
  if (unanswered && client instanceof pg.Client) void client.end().catch(() => {})
}

/**
 * Adapts a query to a pooler that gives the connection to others between two transactions. Adds the settings after
 * `begin`, because they last for one transaction. Removes the name, because a prepared statement may be missing in the
 * next transaction or belong to another client.
 */
function withinTransaction({ name: _, ...query }: Query, settings: Settings): Query {
  const begins = /^\s*begin\b[^;]*/i.exec(query.text)
  if (!begins) return query
  const [begin] = begins
  return { ...query, text: `${begin}; ${setting('local', settings)}${query.text.slice(begin.length)}` }
}

function queryInTransactions(pool: pg.Pool) {
  Object.assign(pool, {
    async query(query: string | Query, values?: unknown[]) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        const given = typeof query === 'string' ? { text: query } : query
        const answer: unknown = await client.query({ ...given, ...(values && { values }) })
        await client.query('commit')
        client.release()
        return answer
      } catch (error) {
        client.release(true)
        throw error
      }
    },
  })
}
