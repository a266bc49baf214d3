import pg from 'pg'
import type { Environment } from './environment'

type Pooling = Environment['DATABASE_POOLING']

/** In UTC, since the adapter writes times without a zone. Limited, since nobody may hold up everybody else. */
const settings = {
  timezone: 'UTC',
  statement_timeout: '15s',
  lock_timeout: '8s',
  idle_in_transaction_session_timeout: '15s',
}

const settingsFor = (scope: 'session' | 'local') =>
  Object.entries(settings)
    .map(([name, value]) => `set ${scope} ${name} = '${value}'`)
    .join('; ')

/** A statement ends on the server after 15 seconds: later than this, nobody is there to answer. */
const noAnswer = 20_000

/** A client that outlives its connection: without a listener, an error on it would end the process. */
export function clientOf(options: pg.ClientConfig) {
  const client = new pg.Client(options)
  client.on('error', () => {}) // Whoever asks next finds out.
  return client
}

/** The connections of this process. `pooling` says what a pooler between us and the server does with them. */
export function openPool(connectionString: string | undefined, pooling: Pooling) {
  const pool = new pg.Pool({
    connectionString,
    max: 16,
    min: 4, // On a full disk the server may let no new connection in: those that stay go on reading.
    connectionTimeoutMillis: 5_000, // Without a limit the pool waits for ever.
    query_timeout: noAnswer,
    keepAlive: true,
    // A pooler refuses such settings at the start of a connection.
    ...(pooling !== 'transaction' && { onConnect: (client) => client.query(settingsFor('session')) }),
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    // The pool listens only while a connection is idle, but the server may end one that is in use.
    client.on('error', () => {})
    queryInTurn(client, pooling === 'transaction' ? withinTransaction : (query) => query)
  })
  if (pooling === 'transaction') queryInTransactions(pool)
  return pool
}

type Query = { text: string; name?: string | undefined }

/** One query after the other, also where several are asked for at once. */
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

/** The server may still answer a query that was given up: whoever had the connection next would get that answer. */
function abandonUnanswered(client: pg.ClientBase, error: unknown) {
  const unanswered = error instanceof Error && error.message === 'Query read timeout'
  if (unanswered && client instanceof pg.Client) void client.end().catch(() => {})
}

/**
 * Between two transactions the pooler gives a connection to others: settings last as long as a transaction, and a
 * statement that was prepared under a name may be missing afterwards, or be somebody else's.
 */
function withinTransaction({ name: _, ...query }: Query): Query {
  const begins = /^\s*begin\b[^;]*/i.exec(query.text)
  if (!begins) return query
  const [begin] = begins
  return { ...query, text: `${begin}; ${settingsFor('local')}${query.text.slice(begin.length)}` }
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
