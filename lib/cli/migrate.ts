import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { clientOf } from '@/lib/platform/connection'
import { Problem } from './problem'

/** The advisory lock that `prisma migrate` takes too, so that the two never run at the same time. */
const lock = 72707369

type Migration = { name: string; sql: string; checksum: string }

/**
 * Applies the migrations in `prisma/migrations` that the database lacks, and leaves the same records as `prisma migrate
 * deploy`, whose engine would have to be downloaded. Returns the number of migrations that it applied.
 */
export const migrate = (url: string, folder = 'prisma/migrations') =>
  connectedTo(url, async (client) => {
    const migrations = readMigrations(folder)
    for (let applied = 0; ; applied++) {
      const more = await withLock(client, async () => {
        const [next] = await missingFrom(client, migrations)
        if (next) await apply(client, next)
        return next !== undefined
      })
      if (!more) return applied
    }
  })

/** Returns how many migrations a database lacks. `fresh` means that nothing was ever written to it. */
export const missingMigrations = (url: string, folder = 'prisma/migrations') =>
  connectedTo(url, async (client) => {
    const { rows } = await client.query<{ fresh: boolean }>("select to_regclass('_prisma_migrations') is null as fresh")
    const migrations = readMigrations(folder)
    if (rows[0]?.fresh) return { fresh: true, missing: migrations.length }
    return { fresh: false, missing: (await missingFrom(client, migrations)).length }
  })

async function connectedTo<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = clientOf({ connectionString: url, application_name: 'followthrough migrations' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Runs each migration in its own transaction, without a time limit. The lock lasts for the transaction, because a
 * pooler may not allow a lock to last longer.
 */
async function withLock<T>(client: pg.Client, work: () => Promise<T>) {
  await client.query(
    `begin; set local statement_timeout = 0; set local lock_timeout = 0;
     set local idle_in_transaction_session_timeout = 0; set local timezone = 'UTC'`,
  )
  await client.query('select pg_advisory_xact_lock($1)', [lock])
  await client.query(
    `create table if not exists _prisma_migrations (
       id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
       migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
       started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`,
  )
  const result = await work()
  await client.query('commit')
  return result
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name, 'migration.sql'))
    return { name, sql: bytes.toString(), checksum: createHash('sha256').update(bytes).digest('hex') }
  })
}

async function missingFrom(client: pg.Client, migrations: Migration[]) {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at`,
  )
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum, finished } of rows) {
    if (!finished) {
      throw new Problem(
        `Migration ${name} failed halfway, under Prisma's own tool: mend it by \`prisma migrate resolve\`.`,
      )
    }
    if (!known.has(name)) {
      throw new Problem(
        `The database is newer than this version of Followthrough (it has ${name}): start the newer one.`,
      )
    }
    if (known.get(name) !== checksum) {
      throw new Problem(`Migration ${name} was changed after it was applied: put its file back as it was.`)
    }
  }
  const applied = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !applied.has(name))
}

/** Runs a migration in a transaction, so that one that fails leaves nothing behind. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  try {
    await client.query(sql)
  } catch (error) {
    throw new Problem(`Migration ${name} failed, and left nothing: ${error instanceof Error ? error.message : error}.`)
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values (gen_random_uuid(), $1, $2, clock_timestamp(), clock_timestamp(), 1)`,
    [checksum, name],
  )
}
