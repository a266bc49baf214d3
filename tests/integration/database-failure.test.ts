import pg from 'pg'
import { expect, test } from 'vitest'
import { config } from '@/lib/platform/config'
import { isDatabaseAway, isDatabaseBusy, isDiskFull } from '@/lib/platform/database-failure'
import { connected, db, pool, type Sql } from '@/lib/platform/db'

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing failed',
    (error: unknown) => error,
  )

const kindOf = (error: unknown) => ({ busy: isDatabaseBusy(error), away: isDatabaseAway(error) })

/** Runs work while another connection keeps a table locked. */
async function whileLocked<T>(work: () => Promise<T>) {
  const other = new pg.Client({ connectionString: config.DATABASE_URL })
  await other.connect()
  await other.query('begin; lock table organizations in access exclusive mode')
  try {
    return await work()
  } finally {
    await other.end()
  }
}

test('a lock that does not come in time is a busy database, in SQL, in a model and in a transaction', async () => {
  await whileLocked(async () => {
    const inSql = connected(async (sql) => {
      await sql.query("set lock_timeout = '50ms'")
      await sql.query('select from organizations')
    })
    const inModel = db.$transaction(async (tx) => {
      await tx.$executeRaw`set local lock_timeout = '50ms'`
      await tx.organization.count()
    })
    const inRaw = db.$transaction(async (tx) => {
      await tx.$executeRaw`set local lock_timeout = '50ms'`
      await tx.$queryRaw`select id from organizations`
    })
    const failures = await Promise.all([inSql, inModel, inRaw].map(failure))
    for (const one of failures) expect(kindOf(one)).toEqual({ busy: true, away: false })
  })
})

test('so is a statement that takes too long', async () => {
  const slow = db.$transaction(async (tx) => {
    await tx.$executeRaw`set local statement_timeout = '20ms'`
    await tx.$executeRaw`select pg_sleep(5)`
  })
  expect(kindOf(await failure(slow))).toEqual({ busy: true, away: false })
})

test('so is a pool without a free connection', async () => {
  const small = new pg.Pool({ connectionString: config.DATABASE_URL, max: 1, connectionTimeoutMillis: 50 })
  const taken = await small.connect()
  expect(kindOf(await failure(small.query('select 1')))).toEqual({ busy: true, away: false })
  taken.release()
  await small.end()
})

test('a full disk is neither busy nor away, and keeps the connection, since there may be no other', async () => {
  const fullDisk = `do $$ begin raise exception using errcode = '53100', message = 'could not extend file'; end $$`
  const inTransaction = async (sql: Sql) => {
    await sql.query('begin')
    await sql.query(fullDisk)
  }
  const before = await connected(backend)
  const inSql = await failure(connected(inTransaction))
  expect(await connected(backend)).toEqual(before)
  const failures = [
    inSql,
    await failure(db.$executeRawUnsafe(fullDisk)),
    await failure(db.$transaction((tx) => tx.$executeRawUnsafe(fullDisk))),
  ]
  for (const one of failures) expect([isDiskFull(one), kindOf(one)]).toEqual([true, { busy: false, away: false }])
})

/** Which process of the server answers, and whether it is outside a transaction: `now()` stands still within one. */
const backend = async (sql: Sql) => {
  const { rows } = await sql.query('select pg_backend_pid() as pid, now() = statement_timestamp() as outside')
  return rows
}

test('a connection that the server ends, and a server that is not there, are a database that is away', async () => {
  const ended = new pg.Client({ connectionString: config.DATABASE_URL })
  ended.on('error', () => {})
  await ended.connect()
  const cut = failure(ended.query('select pg_terminate_backend(pg_backend_pid())'))
  expect(kindOf(await cut)).toEqual({ busy: false, away: true })

  const nowhere = new pg.Client({ connectionString: 'postgresql://app@127.0.0.1:1/none' })
  expect(kindOf(await failure(nowhere.connect()))).toEqual({ busy: false, away: true })
})

test('an error of a statement, or of ours, is neither', async () => {
  const wrong = [failure(pool.query('select nothing from nowhere')), new Error('ours'), 'text', null, undefined]
  for (const error of wrong) expect(kindOf(await error)).toEqual({ busy: false, away: false })
})
