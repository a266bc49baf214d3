import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { audiencesOf, mayReadRow } from '@/lib/domain/audience'
import { pool, readInOrder, readPrepared } from '@/lib/platform/db'
import { bind, type Composed, empty, join, raw, sql } from '@/lib/platform/sql'

/** One event as every response shows it. */
export type EventRecord = {
  seq: number
  at: string
  /** Null if the system acted by itself. */
  actor: { id: string; name: string } | null
  kind: string
  subject: { type: string; id: string }
  /** The key of the recommendation. */
  recommendation?: string
  before: unknown
  after: unknown
  /** The names of a person before and after they changed it, if both are known. */
  renamed?: { from: string; to: string }
  /** The ID of the change, which all its events share. */
  change: string
  previousHash: string
  hash: string
}

export type History = { items: EventRecord[]; next: number | null }

export type Wanted = {
  /** Only events of one recommendation and of everything that belongs to it. */
  key?: string | undefined
  /** Only events of one subject: the ID of an assignment, a document, … */
  subject?: { type: string; id: string } | undefined
  /** Only events of one organization, by its ID, and of its assignments. */
  organization?: string | undefined
  /** Only events of subjects of one noun: `assignment`, `annotation`, … */
  noun?: string | undefined
  /** Only events before the one with this number. */
  after?: number | undefined
  limit?: number | undefined
  /** Whether to leave out the names of people and the hashes, which takes half the time. */
  bare?: boolean | undefined
}

/** Returns a page of events that the actor may read, newest first. */
export async function historyOf(actor: Actor, wanted: Wanted = {}): Promise<History> {
  const { limit = 50 } = wanted
  const read = wanted.organization === undefined ? readPrepared : readInOrder
  const rows = await read<Row>(
    'history',
    sql`${eventsFor(actor, wanted, await sourceOf(wanted))} order by e.seq desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit).map(recordOf)
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null }
}

/** Returns the number of events that the actor may read. */
export async function countHistory(actor: Actor, wanted: Wanted): Promise<number> {
  const counted = sql`select count(*)::int as count from (${eventsFor(actor, wanted, await sourceOf(wanted))}) x`
  const [row] = await readPrepared<{ count: number }>('history-count', counted)
  return row?.count ?? 0
}

/**
 * SQL: the number of events of the recommendation `r` that the reader may read. `keeps`: whether they keep the record;
 * `all` and `own`: the audiences that they may read.
 */
export const changesOf = (keeps: string, all: string, own: string) => `(
  select count(*) from events e left join removed_recommendations rr on rr.id = e.recommendation_id
  where e.recommendation_id = r.id and ${mayReadRow('e', all, withMerged(own))} and (${keeps} or ${kept}))`

/** SQL: the conditions for an event `e`. */
const conditionsFor = ({ key, subject, organization, noun, after }: Wanted): Composed[] => [
  ...(key === undefined ? [] : [sql`e.recommendation_id = (select id from recommendations where key = ${key})`]),
  ...(subject ? [sql`e.subject_type = ${subject.type} and e.subject_id = ${subject.id}::uuid`] : []),
  ...(organization === undefined ? [] : [aboutOrganization(organization)]),
  ...(noun === undefined ? [] : [sql`e.subject_type = ${noun}`]),
  ...(after === undefined ? [] : [sql`e.seq < ${after}`]),
]

/** SQL: whether an event is of an assignment, of the organization itself, or of a merge into it. */
const aboutOrganization = (id: string) =>
  sql`(e.subject_type = 'assignment' or e.subject_id = ${id}::uuid or e.kind = 'organization.merged')`

/**
 * SQL: the events `e` among which to look. For an organization these are its own events, those of its assignments, and those
 * of organizations that were merged into it. An index has each of these in its order; PostgreSQL merges them and stops after a
 * page. Without `offset 0` it would not know their order.
 */
async function sourceOf({ organization, after }: Wanted): Promise<Composed> {
  if (organization === undefined) return raw('events e')
  const { rows } = await pool.query<{ id: string }>({
    name: 'history-merged',
    text: 'select id from organizations where merged_into_id = $1 order by id',
    values: [organization],
  })
  const older = after === undefined ? empty : sql`and seq < ${after}`
  const newest = raw('order by seq desc offset 0')
  const each = [organization, ...rows.map(({ id }) => id)].map(
    (id) => sql`(select seq from organization_events where organization_id = ${id}::uuid ${older} ${newest})`,
  )
  return sql`(select seq from (${join(each, ' union all ')}) each ${newest}) told join events e on e.seq = told.seq`
}

/** SQL: the reader's organizations `own` and those merged into them, whose events the reader may read too. */
const withMerged = (own: string) =>
  `array(select id from organizations where id = any(${own}::uuid[]) or merged_into_id = any(${own}::uuid[]))`

/** SQL: whether the subject of the event is an organization that is archived and was not merged. */
const archivedOrganization = `
  e.subject_type = 'organization' and exists (
    select from organizations where id = e.subject_id and archived_at is not null and merged_into_id is null)`

/** SQL: whether the subject of the event is a reporting cycle of an archived document. */
const archivedCycle = `
  e.subject_type = 'cycle' and exists (
    select from cycles y join documents d on d.id = y.document_id where y.id = e.subject_id and d.archived_at is not null)`

/** SQL: whether the event is of a link to a recommendation of an archived document, whose key it names. */
const linkToArchived = `
  case when e.kind in ('recommendation.linked', 'recommendation.unlinked') then exists (
    select from (
      select key, document_id from recommendations union all select key, document_id from removed_recommendations) other
    join documents d on d.id = other.document_id
    where other.key = coalesce(e.body::json #>> '{after,key}', e.body::json #>> '{before,key}')
      and d.archived_at is not null) else false end`

/**
 * SQL: whether an event is for everyone. Events of people and their tokens, and of what is archived, are only for those
 * who keep the record.
 */
const kept = `(
  e.subject_type not in ('user', 'token')
  and not (${archivedOrganization})
  and not (${archivedCycle})
  and not (${linkToArchived})
  and not exists (
    select from documents d
    where d.id = case e.subject_type when 'document' then e.subject_id else coalesce(r.document_id, rr.document_id) end
      and d.archived_at is not null))`

const bare = raw("'' as actor_name, '' as previous_hash, '' as hash, null::json as renamed")
const whole = raw(`
  coalesce(name_at(e.actor_id, e.at), u.name) as actor_name, e.previous_hash, e.hash,
  case when e.kind = 'user.renamed' then (
    select json_build_object('from', v.name, 'to', name_at(e.subject_id, e.at)) from name_versions v
    where v.id = e.subject_id and v.valid_from < e.at order by v.valid_from desc limit 1) end as renamed`)

/** SQL: the events that match and that the actor may read. People have the names that they had then. */
const eventsFor = (actor: Actor, wanted: Wanted, source: Composed) => sql`
  select e.seq, e.at, e.actor_id, e.kind, e.subject_type, e.subject_id, r.key, e.body, e.change, ${wanted.bare ? bare : whole}
  from ${source}
  left join users u on u.id = e.actor_id
  left join recommendations r on r.id = e.recommendation_id
  left join removed_recommendations rr on rr.id = e.recommendation_id
  where ${join(
    [
      bind(mayReadRow('e', '$1', withMerged('$2')), ...audiencesOf(actor)),
      sql`(${keepsTheRecord(actor)} or ${raw(kept)})`,
      ...conditionsFor(wanted),
    ],
    ' and ',
  )}`

type Row = {
  seq: string
  at: Date
  actor_id: string | null
  actor_name: string | null
  kind: string
  subject_type: string
  subject_id: string
  key: string | null
  body: string
  change: string
  previous_hash: string
  hash: string
  renamed: { from: string; to: string } | null
}

const Body = z.object({ before: z.unknown(), after: z.unknown() })

function recordOf({ actor_id: id, actor_name: name, key, ...row }: Row): EventRecord {
  const { before, after } = Body.parse(JSON.parse(row.body))
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: id === null ? null : { id, name: name ?? '' },
    kind: row.kind,
    subject: { type: row.subject_type, id: row.subject_id },
    ...(key !== null && { recommendation: key }),
    before,
    after,
    ...(row.renamed && { renamed: row.renamed }),
    change: row.change,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
