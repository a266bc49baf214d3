import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { clientOf } from '@/lib/platform/connection'
import { Problem } from './problem'

/** The number that `prisma migrate` takes too, so that the two never run at once. */
const lock = 72707369

type Migration = { name: string; sql: string; checksum: string }

/**
 * Applies what `prisma/migrations` has and the database lacks, and leaves what `prisma migrate deploy` would leave:
 * that one needs an engine which has to be downloaded. Answers how many it applied.
 */
export async function migrate(url: string, folder = 'prisma/migrations') {
  const client = clientOf({ connectionString: url, application_name: 'followthrough migrations' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const missing = await missingFrom(client, readMigrations(folder))
    for (const migration of missing) await apply(client, migration)
    return missing.length
  } finally {
    await client.end()
  }
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const bytes = readFileSync(join(folder, name, 'migration.sql'))
    return { name, sql: bytes.toString(), checksum: createHash('sha256').update(bytes).digest('hex') }
  })
}

async function missingFrom(client: pg.Client, migrations: Migration[]) {
  await client.query(
    `create table if not exists _prisma_migrations (
       id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
       migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
       started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`,
  )
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

/** In one transaction: a migration that fails leaves nothing. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql)
  } catch (error) {
    throw new Problem(`Migration ${name} failed, and left nothing: ${error instanceof Error ? error.message : error}.`)
  }
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
     values (gen_random_uuid(), $1, $2, clock_timestamp(), 1)`,
    [checksum, name],
  )
  await client.query('commit')
}
