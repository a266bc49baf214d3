import 'server-only'
import { createHash } from 'node:crypto'
import type { Sql } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/file-store'
import { type Flaw, type Listener, lostOrUnrecorded } from './history-flaw'

/** SQL: what the history says of evidence: the event that added each piece, and the one that withdrew it. */
const lastEventsSql = `
  select (e.body::json #>> '{after,evidenceId}')::uuid as id, min(e.seq) filter (where e.kind like '%_added') as seq,
    min(e.body::jsonb ->> 'after') filter (where e.kind like '%_added') as added,
    (array_agg(e.actor_id order by e.seq) filter (where e.kind like '%_added'))[1] as added_by,
    (array_agg(e.subject_id order by e.seq) filter (where e.kind like '%_added'))[1] as assignment,
    min(e.at) filter (where e.kind like '%_added') as added_at, min(e.at) filter (where e.kind like '%_withdrawn') as withdrawn_at,
    bool_or(e.kind like '%_withdrawn') as withdrawn,
    min(e.body::jsonb #>> '{after,reason,id}') filter (where e.kind like '%_withdrawn') as reason,
    (array_agg(e.actor_id order by e.seq) filter (where e.kind like '%_withdrawn'))[1] as withdrawn_by
  from events e
  where e.subject_type = 'assignment' and e.kind in ('assignment.evidence_added', 'assignment.evidence_withdrawn')
  group by 1`

/** SQL: whether the content of the evidence `ev` was erased by law. */
const erased = 'coalesce(is_erased(ev.id, ev.erased_at), false)'

/** SQL: the fields of a piece of evidence, each as the row and as the history have it. */
const compared = `(values
  ('assignmentId', ev.assignment_id::text, t.assignment::text),
  ('kind', ev.kind::text, t.added::json ->> 'kind'),
  ('sha256', ev.sha256, t.added::json ->> 'content'),
  ('audience', ev.audience::text, t.added::json ->> 'audience'),
  ('onBehalf', ev.on_behalf::text, t.added::json ->> 'onBehalf'),
  ('from', ev.covers_from::text, t.added::json ->> 'from'),
  ('to', ev.covers_to::text, t.added::json ->> 'to'),
  ('title', ev.title_id::text, t.added::json #>> '{title,id}'),
  ('authorId', ev.author_id::text, t.added_by::text),
  ('addedAt', ev.added_at::text, t.added_at::text),
  ('url', encode(sha256(convert_to(coalesce(ev.url, ''), 'UTF8')), 'hex'),
    case when ev.kind = 'link' and not ${erased} then t.added::json ->> 'content' else encode(sha256(''), 'hex') end),
  ('erased', (ev.erased_at is not null)::text, (${erased})::text),
  ('withdrawn', (ev.withdrawn_at is not null)::text, t.withdrawn::text),
  ('withdrawnAt', ev.withdrawn_at::text, t.withdrawn_at::text),
  ('withdrawalReasonId', ev.withdrawal_reason_id::text, t.reason),
  ('withdrawnById', ev.withdrawn_by_id::text, t.withdrawn_by::text))`

/** Returns the first piece of evidence that differs from its events, that no event added, or that is gone. */
export async function alteredEvidence(sql: Sql): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ id: string; seq: number | null; field: string | null; there: boolean }>({
    name: 'evidence-altered',
    text: `
      select coalesce(ev.id, t.id) as id, t.seq::int, ev.id is not null as there, (
        select field from ${compared} c(field, stored, recorded)
        where t.seq is not null and stored is distinct from recorded limit 1) as field
      from evidence ev full join (${lastEventsSql}) t on t.id = ev.id
      where ev.id is null or t.seq is null or exists (
        select from ${compared} c(field, stored, recorded) where stored is distinct from recorded)
      order by 1 limit 1`,
  })
  const [wrong] = rows
  if (!wrong) return undefined
  const row = { row: wrong.id, table: 'evidence', ...(wrong.seq !== null && { seq: wrong.seq }) }
  if (!wrong.there) return { ...row, what: 'lost' }
  return wrong.field === null ? { ...row, what: 'row' } : { ...row, what: 'field', field: wrong.field }
}

/** SQL: the evidence that each report names, according to the history. */
const namedSql = `
  select e.seq, e.subject_id as assignment_id, (e.body::jsonb #>> '{after,reportId}')::uuid as report_id, n.id::uuid as evidence_id
  from events e, jsonb_array_elements_text(e.body::jsonb #> '{after,evidenceIds}') n(id)
  where e.subject_type = 'assignment' and e.kind = 'assignment.evidence_named'`

/** Returns the first piece of evidence that a report names without an event, or no longer names in spite of one. */
export async function alteredNaming(sql: Sql): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ seq: number | null; id: string }>({
    name: 'evidence-naming-altered',
    text: `
      select t.seq::int, coalesce(t.report_id, re.report_id) as id
      from report_evidence re full join (${namedSql}) t
        on t.report_id = re.report_id and t.evidence_id = re.evidence_id and t.assignment_id = re.assignment_id
      where re.report_id is null or t.report_id is null order by t.seq, id limit 1`,
  })
  return lostOrUnrecorded('report_evidence', rows[0])
}

type Stored = { id: string; seq: number; storedAs: string | null; sha256: string; bytes: number }

/** Returns the first piece of evidence whose file is missing or has another content than the one that was added. */
export async function alteredFile(sql: Sql, report: Listener): Promise<Flaw | undefined> {
  const { rows } = await sql.query<Stored>({
    name: 'evidence-files',
    text: `
      select ev.id, t.seq::int, ev.stored_as as "storedAs", ev.bytes::float8 as bytes, t.added::json ->> 'content' as sha256
      from evidence ev join (${lastEventsSql}) t on t.id = ev.id
      where ev.kind = 'file' and ev.scan <> 'infected' and not ${erased} order by t.seq`,
  })
  for (const [done, { id, seq, storedAs, sha256, bytes }] of rows.entries()) {
    const content = storedAs === null ? undefined : await openFile(storedAs)
    if (!content) return { seq, what: 'missing', row: id, table: 'evidence' }
    const hash = createHash('sha256')
    let size = 0
    for await (const part of content) {
      hash.update(part)
      size += part.length
    }
    if (hash.digest('hex') !== sha256) return { seq, what: 'file', row: id, table: 'evidence' }
    if (size !== bytes) return { seq, what: 'field', row: id, table: 'evidence', field: 'bytes' }
    report('files', done + 1, rows.length)
  }
  return undefined
}
