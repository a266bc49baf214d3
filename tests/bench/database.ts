import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { migrate } from '@/lib/cli/migrate'
import { openCluster } from '@/lib/cli/postgres/open'
import { Problem } from '@/lib/cli/problem'
import type { Lifetime } from '@/lib/cli/process-lifetime'

/** Beside the data of a real instance, never in it. */
export const folder = resolve('.bench')
const fills = ['tests/bench/fill.sql', 'tests/bench/fill-follow-up.sql']
const migrations = 'prisma/migrations'

/**
 * Opens a database with `n` recommendations. It is a copy, because the bench writes; the original is filled once and
 * kept.
 */
export async function openFilled(n: number, life: Lifetime): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const cluster = await openCluster(folder, { holder: `a bench, process ${process.pid}`, signal: life.signal })
  if (!cluster.ours) throw new Problem(`Another bench runs already: ${cluster.holder}.`)
  life.onEnd(cluster.stop)

  const urlOf = (database: string) => cluster.url.replace('/app?', `/${database}?`)
  const filled = `filled_${n}_${fingerprint()}`
  const { rows } = await query(cluster.url, 'select from pg_database where datname = $1', [filled])
  if (rows.length === 0) {
    console.log(`Filling a database with ${n} recommendations (about two minutes for 100,000) …`)
    await query(cluster.url, 'drop database if exists filling with (force)')
    await query(cluster.url, 'create database filling')
    await migrate(urlOf('filling'))
    const statements = fills.map((fill) => readFileSync(fill, 'utf8'))
    await query(urlOf('filling'), `set bench.n = ${n}; set synchronous_commit = off; ${statements.join('\n')}`)
    await query(urlOf('filling'), 'vacuum analyze')
    await query(cluster.url, `alter database filling rename to ${filled}`)
  }
  await query(cluster.url, 'drop database if exists bench with (force)')
  await query(cluster.url, `create database bench template ${filled} strategy file_copy`)
  return urlOf('bench')
}

/** Returns a hash of everything that determines the content of the filled database. */
function fingerprint() {
  const files = readdirSync(migrations, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql'))
  const hash = createHash('sha256')
  for (const fill of fills) hash.update(readFileSync(fill))
  for (const file of files.sort()) hash.update(readFileSync(join(migrations, file)))
  return hash.digest('hex').slice(0, 8)
}

export async function query(url: string, text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}
