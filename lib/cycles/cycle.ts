import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { type Party, party } from '@/lib/domain/answer-shapes'
import { documentVisible } from '@/lib/domain/visibility'
import { pool, readIn, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { iso, raw, sql } from '@/lib/platform/sql'
import type { CycleAsks, CycleState } from '@/prisma/generated/enums'

/** A reporting cycle in every response. Days are YYYY-MM-DD. A field without a value is left out. */
export type Cycle = {
  id: string
  name: string
  asks: CycleAsks
  state: CycleState
  opensOn: string
  closesOn: string
  /** Absent if it asks about all documents. */
  document?: { code: string; title: string }
  /** The organizations that it asks, and the groups whose members it asks. Without any, it asks all organizations. */
  organizations: Party[]
  groups: Party[]
  openedAt?: string
  closedAt?: string
  version: number
}

/** SQL: the parties that the cycle `c` asks, with the names that they had when it was closed. */
const parties = (link: string, column: string, table: string) => `coalesce((
  select json_agg(${party('x')} order by x.name, x.id)
  from (
    select t.id, t.slug, name_at(t.id, coalesce(c.closed_at, 'infinity')) as name
    from ${link} l join ${table} t on t.id = l.${column} where l.cycle_id = c.id) x), '[]')`

/** SQL: the cycle `c`, with `cycleJoins`. */
export const cycleJson = `json_strip_nulls(json_build_object(
  'id', c.id, 'name', c.name, 'asks', c.asks, 'state', c.state, 'opensOn', c.opens_on, 'closesOn', c.closes_on,
  'document', case when d.id is not null then json_build_object('code', d.code, 'title', d.title) end,
  'organizations', ${parties('cycle_organizations', 'organization_id', 'organizations')},
  'groups', ${parties('cycle_groups', 'group_id', 'groups')},
  'openedAt', ${iso('c.opened_at')}, 'closedAt', ${iso('c.closed_at')}, 'version', c.version))`

export const cycleJoins = 'left join documents d on d.id = c.document_id'

/**
 * SQL: whether an actor may see the cycle `c`. A cycle of an archived document is only for those who keep the record.
 * `all` is the place of a boolean: whether they do.
 */
export const cycleVisible = (all: string) => `(c.document_id is null or ${documentVisible(all)})`

/** SQL: the cycle $1; $2: whether the reader keeps the record. */
const cycleSql = `
  select ${cycleJson} as cycle from cycles c ${cycleJoins} where c.id = $1 and ${cycleVisible('$2')}`

/** Returns a cycle that the actor may see. */
export async function findCycle(actor: Actor, id: string): Promise<Cycle | undefined> {
  const values = [ExistingId.parse(id), keepsTheRecord(actor)]
  const { rows } = await pool.query<{ cycle: Cycle }>({ name: 'cycle', text: cycleSql, values })
  return rows[0]?.cycle
}

/** Returns a cycle that must exist, as it is in this transaction. */
export async function cycleNow(tx: Transaction, id: string): Promise<Cycle> {
  const rows = await readIn<{ cycle: Cycle }>(
    tx,
    'cycle-now',
    sql`select ${raw(cycleJson)} as cycle from cycles c ${raw(cycleJoins)} where c.id = ${id}::uuid`,
  )
  const [row] = rows
  if (!row) throw new Error(`There is no cycle ${id}.`)
  return row.cycle
}

/** Returns a cycle as it is in this transaction, and locks it until the transaction ends. */
export async function cycleHeld(tx: Transaction, id: string): Promise<Cycle> {
  await tx.$executeRaw`select from cycles where id = ${id}::uuid for update`
  return cycleNow(tx, id)
}
