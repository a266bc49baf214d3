import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Flaw } from '@/lib/history/history-flaw'
import { verifyIn } from '@/lib/history/verify'
import { config } from '@/lib/platform/config'
import { clientOf } from '@/lib/platform/connection'
import { givenFacts } from '../support/given-facts'
import { unproven } from '../support/unproven'

type Column = { table: string; column: string; type: string; labels: string[] | null }

let client: Client
let columns: Column[]

beforeAll(async () => {
  await givenFacts()
  client = clientOf({ connectionString: config.DATABASE_URL })
  await client.connect()
  // Past all triggers and without checks, as only somebody with full power over the database can.
  const { rows: checks } = await client.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0`)
  await client.query(checks.map(({ drop }) => drop).join(';'))
  await client.query(
    "set timezone to 'UTC'; set session_replication_role = replica; set plan_cache_mode = force_generic_plan",
  )
  columns = (await client.query<Column>(storedColumns)).rows
})

afterAll(() => client.end())

/** SQL: all columns that are stored. */
const storedColumns = `
  select c.relname as table, a.attname as column, format_type(t.oid, null) as type,
    (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels
  from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' order by 1, 2`

/** SQL: another value of a type. */
const another: Record<string, (value: string) => string> = {
  uuid: () => 'gen_random_uuid()',
  date: (value) => `coalesce(${value}, '2020-01-01') + 1`,
  'timestamp with time zone': (value) =>
    `case when ${value} <> 'infinity' then ${value} + interval '1 day' else '2020-01-01' end`,
  boolean: (value) => `not coalesce(${value}, false)`,
  integer: (value) => `coalesce(${value}, 0) + 1000`,
  bigint: (value) => `coalesce(${value}, 0) + 1000`,
  'text[]': (value) => `array_append(${value}, 'Forged')`,
  'uuid[]': (value) => `array_append(${value}, gen_random_uuid())`,
  jsonb: (value) => `coalesce(${value}, '{}') || '{"content": "forged"}'`,
  bytea: (value) => `coalesce(${value}, '') || 'x'::bytea`,
}

function anotherValue({ type, labels }: Column, value: string) {
  if (!labels) return another[type]?.(value) ?? `coalesce(${value}::text, '') || 'x'`
  return `(case ${value}::text when '${labels[0]}' then '${labels[1]}' else '${labels[0]}' end)::${type}`
}

/** SQL: the rows that are changed, where not every row has an event or another order. */
const chosen: Record<string, string> = {
  documents: `where id in (select subject_id from events where kind = 'document.edited')`,
  editions: 'where number > 1',
  memberships: `where user_id in (select subject_id from events where kind = 'user.organizations_changed')`,
  publications: `where state = 'ready'`,
  users: `where id in (select subject_id from events where kind = 'user.added')`,
  'progress_reports.number': `where id in (
    select b.id from progress_reports b join progress_reports l on l.assignment_id = b.assignment_id and l.number > b.number)`,
}

/** Other tables that may be named: those of which the rows are a part, and those whose rows have the same values. */
const named: Record<string, string> = {
  action_versions: 'actions',
  addressees: 'recommendations',
  annotation_revisions: 'annotations',
  assignment_versions: 'assignments',
  cycle_groups: 'cycles',
  cycle_organizations: 'cycles',
  cycle_results: 'cycles',
  document_versions: 'documents',
  erasures: 'evidence',
  group_members: 'groups',
  memberships: 'users',
  progress_reports: 'assignments',
  recommendation_themes: 'recommendations',
  recommendation_versions: 'recommendations',
}

const texts = ['annotation_revisions', 'progress_reports', 'reasons', 'erasures']

const names = ({ table: found, what }: Flaw, table: string) =>
  what === 'words' ? texts.includes(table) : found === table || found === named[table]

/** Runs a statement, verifies the history, and takes the statement back. Returns undefined if the flaw is named. */
async function missed(what: string, table: string, statement: string) {
  await client.query('begin')
  const { rowCount } = await client.query(statement)
  const verified = await verifyIn(client)
  await client.query('rollback')
  if (rowCount === 0) return `${what}: no such row`
  if (verified.ok) return `${what}: not found`
  return names(verified.flaw, table) ? undefined : `${what}: ${JSON.stringify(verified.flaw)}`
}

const reasonWhyNot = ({ table, column }: Column) =>
  unproven[table] ?? unproven[`${table}.${column}`] ?? unproven[`*.${column}`]

const rowOf = (table: string, column?: string) => {
  const where = (column && chosen[`${table}.${column}`]) ?? chosen[table] ?? ''
  return `(select ctid from ${table} ${where} ${column ? `order by "${column}" is null` : ''} limit 1)`
}

test('what people did leaves a sound history', async () => {
  expect(await verifyIn(client)).toMatchObject({ ok: true })
})

test('a value that differs from the events is named, in every column', async () => {
  const found: (string | undefined)[] = []
  for (const one of columns.filter((one) => reasonWhyNot(one) === undefined)) {
    const { table, column } = one
    const statement = `update ${table} set "${column}" = ${anotherValue(one, `"${column}"`)} where ctid = ${rowOf(table, column)}`
    found.push(await missed(`${table}.${column}`, table, statement))
  }
  expect(found.filter((one) => one !== undefined)).toEqual([])
}, 120_000)

test('a row that is gone without an event is named, in every table', async () => {
  const found: (string | undefined)[] = []
  const tables = new Set(columns.map(({ table }) => table).filter((table) => !unproven[table]))
  // No event makes its only row.
  tables.delete('instance')
  for (const table of tables) {
    found.push(await missed(table, table, `delete from ${table} where ctid = ${rowOf(table)}`))
  }
  expect(found.filter((one) => one !== undefined)).toEqual([])
}, 60_000)

test('what cannot be proved is still there', () => {
  const there = columns.flatMap(({ table, column }) => [table, `${table}.${column}`, `*.${column}`])
  expect(Object.keys(unproven).filter((one) => !there.includes(one))).toEqual([])
})
