import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { clientOf } from '@/lib/platform/connection'
import { Problem } from './problem'

const extensions = ['citext', 'pg_trgm']

const Server = z.object({
  version: z.number(),
  readOnly: z.boolean(),
  encoding: z.string(),
  ctype: z.string(),
  may: z.boolean(),
  missing: z.array(z.string()),
  icu: z.boolean(),
})

/** Checks whether your own PostgreSQL server meets the requirements, before anything is written to it. */
export async function checkServer(url: string) {
  const client = await connect(url)
  const { rows } = await client.query(
    `select current_setting('server_version_num')::int as version, pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as "readOnly",
       pg_encoding_to_char(encoding) as encoding, datctype as ctype,
       has_database_privilege(datname, 'CREATE') and has_schema_privilege('public', 'CREATE') as may,
       array(select name from unnest($1::text[]) as wanted(name)
             where name not in (select name::text from pg_available_extensions)) as missing,
       exists (select from pg_collation where collname = 'und-x-icu') as icu
     from pg_database where datname = current_database()`,
    [extensions],
  )
  await client.end()
  refuseUnfit(Server.parse(rows[0]))
}

const longestStart = 30_000

/** Waits for a server that is starting or recovering. */
async function connect(url: string) {
  for (const deadline = Date.now() + longestStart; ; await pause(200)) {
    const client = clientOf({ connectionString: url, connectionTimeoutMillis: 10_000 })
    try {
      await client.connect()
      return client
    } catch (error) {
      const starting = error instanceof pg.DatabaseError && error.code === '57P03'
      if (!starting || Date.now() > deadline) throw new Problem(unreachable(url, error))
    }
  }
}

/** Throws a Problem that names what the server lacks. */
export function refuseUnfit({ version, readOnly, encoding, ctype, may, missing, icu }: z.infer<typeof Server>) {
  if (version < 150_000) {
    throw new Problem(
      `The server of DATABASE_URL is PostgreSQL ${Math.floor(version / 10_000)}: Followthrough needs 15 or newer.`,
    )
  }
  if (readOnly)
    throw new Problem('The database of DATABASE_URL can only be read: give the primary server, or let it be written.')
  if (encoding !== 'UTF8' || !/utf-?8$/i.test(ctype)) {
    throw new Problem(
      `The database of DATABASE_URL has encoding ${encoding} and lc_ctype ${ctype}, with which search misses every ` +
        "script but Latin: make it by `create database … template template0 encoding 'UTF8' lc_ctype 'C.UTF-8'`.",
    )
  }
  if (missing.length > 0) {
    throw new Problem(
      `The server of DATABASE_URL lacks ${missing.join(' and ')}: install PostgreSQL's contrib extensions there.`,
    )
  }
  if (!icu)
    throw new Problem('The server of DATABASE_URL was built without ICU, by which names are sorted: use one with it.')
  if (!may) {
    throw new Problem(
      'The user of DATABASE_URL may not make tables: `grant create on database …` and `grant create on schema public`.',
    )
  }
}

function unreachable(url: string, error: unknown) {
  const { host, pathname } = new URL(url)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '28P01' || code === '28000')
    return 'The server of DATABASE_URL refuses that user or password: correct it.'
  if (code === '3D000') {
    return `The server of DATABASE_URL has no database ${pathname.slice(1)}: make it there by createdb, or correct the name.`
  }
  const why = error instanceof Error ? error.message || code : error
  return `No PostgreSQL can be reached at ${host}, as DATABASE_URL says (${why}): start it, or correct the address.`
}
