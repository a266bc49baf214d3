import 'server-only'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { beforeAll, type EventPlace, lastEventPlace } from '@/lib/history/event-place'
import { config } from '@/lib/platform/config'
import { byLoops, connected, type Sql } from '@/lib/platform/db'
import type { CycleAnswer } from '@/prisma/generated/enums'
import { allResults } from './results-sql'

/** How many assignments a cycle asks for, and how many of them have answered, by then or late. */
export type CycleCounts = { asked: number } & Record<CycleAnswer, number>

/** The counts of one organization, with its name in the cycle. */
export type OrganizationCounts = CycleCounts & { id: string; slug: string; name: string }

type Of = { cycles: string[]; keeps: boolean }

/** The counts as of the event `last`, by the names of the organizations. */
type Kept = { last: EventPlace; counts: OrganizationCounts[] }

const kept = new Map<string, Kept>()

/** The largest number of cycles whose counts are kept. */
const mostKept = 200

/**
 * Returns how the organizations have answered each of these cycles, by their names; `keeps`: whether the reader keeps the
 * record, and also sees archived documents. Keeps the counts, and counts only the organizations again that later events
 * have changed. Reads the events and the counts in one snapshot, so that the counts are exactly those after the last event.
 */
export const countsByOrganization = cacheUntilNextEvent((of: Of) => connected((sql) => countIn(sql, of)), { most: 20 })

async function countIn(sql: Sql, { cycles, keeps }: Of): Promise<Map<string, OrganizationCounts[]>> {
  await sql.query(`begin isolation level repeatable read read only; set local jit = off; set local work_mem = '64MB'`)
  const { rows } = await sql.query<EventPlace>({ name: 'cycle-counts-last', text: lastEventPlace })
  const last = rows[0] ?? beforeAll
  const counted = new Map<string, OrganizationCounts[]>()
  for (const cycle of cycles) {
    const key = `${cycle} ${keeps}`
    const counts = await recount(sql, { cycle, keeps }, kept.get(key))
    kept.delete(key)
    kept.set(key, { last, counts })
    counted.set(cycle, counts)
  }
  await sql.query('commit')
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
  return counted
}

type OfOne = { cycle: string; keeps: boolean }

/** Returns the counts of a cycle, of which those before are known. */
async function recount(sql: Sql, of: OfOne, before: Kept | undefined): Promise<OrganizationCounts[]> {
  const changed = before && (await changedSince(sql, before.last, of.cycle))
  if (!before || !changed) return count(sql, of)
  if (changed.length === 0) return before.counts
  const recounted = await countChanged(sql, of, changed)
  return inOrder(sql, [...before.counts.filter(({ id }) => !changed.includes(id)), ...recounted])
}

const answers = ['answered', 'late', 'not_answered', 'closed'] as const

/** SQL: the counts of the cycles $1 in the time zone $2; $3: whether archived documents count. */
const countsSql = (which: string) => `
  with counted as materialized (
    select x.organization_id as id, x.organization_name as name, count(*)::int as asked,
      ${answers.map((one) => `(count(*) filter (where x.answer = '${one}'))::int as ${one}`).join(', ')}
    from (${allResults}) x
    where ($3 or x.document_id not in ${archivedDocuments}) and ${which}
    group by x.organization_id, x.organization_name)
  select c.*, o.slug from counted c join organizations o on o.id = c.id order by c.name, c.id`

const allSql = countsSql('true')
const changedSql = countsSql('x.organization_id = any($4::uuid[])')

async function count(sql: Sql, { cycle, keeps }: OfOne) {
  const values = [[cycle], config.TIME_ZONE, keeps]
  const { rows } = await sql.query<OrganizationCounts>({ name: 'cycle-counts', text: allSql, values })
  return rows
}

async function countChanged(sql: Sql, { cycle, keeps }: OfOne, organizations: string[]) {
  // Otherwise the planner reads all assignments of the cycle, and not only those of the organizations.
  await sql.query(`savepoint few; ${byLoops}`)
  const { rows } = await sql.query<OrganizationCounts>({
    name: 'cycle-counts-changed',
    text: changedSql,
    values: [[cycle], config.TIME_ZONE, keeps, organizations],
  })
  await sql.query('rollback to savepoint few')
  return rows
}

async function inOrder(sql: Sql, counts: OrganizationCounts[]) {
  const { rows } = await sql.query<{ place: number }>({
    name: 'cycle-counts-order',
    text: `
      select place::int from unnest($1::uuid[], $2::text[]) with ordinality x(id, name, place) order by name collate by_name, id`,
    values: [counts.map(({ id }) => id), counts.map(({ name }) => name)],
  })
  return rows.flatMap(({ place }) => counts[place - 1] ?? [])
}

/** The largest number of events to read back. After more, everything is counted again. */
const mostEvents = 1_000

type Changed = { kind: string; type: string; subject: string }

/** Returns the organizations whose counts later events may have changed, or undefined if everything may have changed. */
async function changedSince(sql: Sql, { seq, hash }: EventPlace, cycle: string): Promise<string[] | undefined> {
  const { rows } = await sql.query<Changed>({
    name: 'cycle-counts-events',
    text: `
      select kind, subject_type as type, subject_id as subject from events
      where seq >= $1 and (seq > $1 or hash = $2) order by seq limit ${mostEvents + 2}`,
    values: [seq, hash],
  })
  // Without the event itself, this is another history, such as that of a backup.
  const known = seq === 0 || rows.length > 0
  if (!known || rows.length > mostEvents) return undefined
  const later = seq === 0 ? rows : rows.slice(1)
  if (later.some(({ kind, subject }) => changesAll.includes(kind) || subject === cycle)) return undefined
  const of = (wanted: string) => later.filter(({ type }) => type === wanted).map(({ subject }) => subject)
  return organizationsOf(sql, of)
}

/** After these events, other documents or other assignments count. */
const changesAll = ['document.archived', 'document.restored', 'organization.merged']

/** Returns the organizations that changed themselves, and those of assignments and recommendations that did. */
async function organizationsOf(sql: Sql, of: (type: string) => string[]): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>({
    name: 'cycle-counts-organizations',
    text: `
      select organization_id as id from assignment_versions where id = any($1::uuid[])
      union select organization_id from assignments where recommendation_id = any($2::uuid[])
      union select id from organizations where id = any($3::uuid[])`,
    values: [of('assignment'), of('recommendation'), of('organization')],
  })
  return rows.map(({ id }) => id)
}
