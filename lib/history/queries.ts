import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { audibleTo, hearing } from '@/lib/domain/audience'
import { pool } from '@/lib/platform/db'

/** One event as every answer shows it. */
export type EventRecord = {
  seq: number
  at: string
  /** Null where the system acted by itself. */
  actor: { id: string; name: string } | null
  kind: string
  subject: { type: string; id: string }
  /** Its key. */
  recommendation?: string
  before: unknown
  after: unknown
  /** How a person was called before and after they changed their name, where that is kept. */
  renamed?: { from: string; to: string }
  /** Events of one change share it. */
  change: string
  previousHash: string
  hash: string
}

export type History = { items: EventRecord[]; next: number | null }

export type Wanted = {
  /** Only events of one recommendation and of all that belongs to it. */
  key?: string | undefined
  /** Only events of one subject: the id of an assignment, a document, … */
  subject?: { type: string; id: string } | undefined
  /** Only events of one organization, by its id, and of its assignments. */
  organization?: string | undefined
  /** Only events of subjects of one noun: `assignment`, `annotation`, … */
  noun?: string | undefined
  /** Only events older than this one, by its number. */
  after?: number | undefined
  limit?: number | undefined
}

/** Returns events, newest first, that the actor may read. */
export async function historyOf(actor: Actor, wanted: Wanted = {}): Promise<History> {
  const { limit = 50 } = wanted
  const { conditions, values, name } = asked(actor, wanted, limit + 1)
  const { rows } = await pool.query<Row>({ name: `history ${name}`, text: sql(conditions), values })
  const items = rows.slice(0, limit).map(told)
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null }
}

/** Counts the events that the actor may read. */
export async function countHistory(actor: Actor, wanted: Wanted): Promise<number> {
  const { conditions, values, name } = asked(actor, wanted, null)
  const text = `select count(*)::int as count from (${sql(conditions)}) x`
  const { rows } = await pool.query<{ count: number }>({ name: `history-count ${name}`, text, values })
  return rows[0]?.count ?? 0
}

/** The conditions of what is wanted, with their values. */
function asked(actor: Actor, { key, subject, organization, noun, after }: Wanted, limit: number | null) {
  const values: unknown[] = [keepsTheRecord(actor), ...hearing(actor), limit]
  const place = (value: unknown) => `$${values.push(value)}`
  const conditions = [
    key !== undefined && `e.recommendation_id = (select id from recommendations where key = ${place(key)})`,
    subject && of(place(subject.type), place(subject.id)),
    organization !== undefined && ofOrganization(place(organization)),
    noun !== undefined && `e.subject_type = ${place(noun)}`,
    after !== undefined && `e.seq < ${place(after)}`,
  ].filter((condition) => condition !== false && condition !== undefined)

  const name = [key, subject, organization, noun, after].map((given) => (given === undefined ? '-' : '+')).join('')
  return { conditions, values, name }
}

/** SQL: what happened to one thing. */
const of = (type: string, id: string) => `e.subject_type = ${type} and e.subject_id = ${id}::uuid`

/** SQL: an organization, and those that were merged into it. */
const withMerged = (id: string) =>
  `array(select ${id}::uuid union all select id from organizations where merged_into_id = ${id})`

/**
 * SQL: what happened to an organization and to its assignments, also to those that were removed, and that another one was
 * merged into it.
 */
const ofOrganization = (id: string) => `(
  e.subject_type = 'organization'
    and e.subject_id = any(${withMerged(id)})
    and (e.subject_id = ${id} or e.kind = 'organization.merged')
  or e.subject_type = 'assignment'
    and e.subject_id = any(array(
      select id from assignments where organization_id = ${id}
      union
      select subject_id from events
      where kind = 'assignment.removed' and organization_before(body) = any(${withMerged(id)}))))`

/** SQL: the reader's organizations, and those merged into them: of what those were told, they hear. */
const own = 'array(select id from organizations where id = any($3) or merged_into_id = any($3))'

/** SQL: an organization that is archived, and was not merged into another one. */
const archivedOrganization = `
  e.subject_type = 'organization' and exists (
    select from organizations where id = e.subject_id and archived_at is not null and merged_into_id is null)`

/** Of people and their tokens, and of what is archived, only who keeps the record hears. People are called as they were. */
const sql = (conditions: string[]) => `
  select e.seq, e.at, e.actor_id, coalesce(name_at(e.actor_id, e.at), u.name) as actor_name, e.kind, e.subject_type, e.subject_id, r.key, e.body,
         e.change, e.previous_hash, e.hash,
         case when e.kind = 'user.renamed' then (
           select json_build_object('from', v.name, 'to', name_at(e.subject_id, e.at)) from name_versions v
           where v.id = e.subject_id and v.valid_from < e.at order by v.valid_from desc limit 1) end as renamed
  from events e
  left join users u on u.id = e.actor_id
  left join recommendations r on r.id = e.recommendation_id
  left join removed_recommendations rr on rr.id = e.recommendation_id
  where ${audibleTo('e', '$2', own)}
    and ($1 or (
      e.subject_type not in ('user', 'token')
      and not (${archivedOrganization})
      and not exists (
        select from documents d
        where d.id = case e.subject_type when 'document' then e.subject_id else coalesce(r.document_id, rr.document_id) end
          and d.archived_at is not null)))
    ${conditions.map((condition) => `and ${condition}`).join('\n    ')}
  order by e.seq desc
  limit $4`

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

function told({ actor_id: id, actor_name: name, key, ...row }: Row): EventRecord {
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
