import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { audiencesOf } from '@/lib/domain/audience'
import { type Erasure, erasureOf } from '@/lib/domain/erasure'
import { documentVisible } from '@/lib/domain/visibility'
import { letterOf } from '@/lib/history/letters'
import { pool } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/file-store'
import { ExistingId } from '@/lib/platform/id'
import { log } from '@/lib/platform/log'
import { conflict, notFound, ok, type Result } from '@/lib/platform/result'
import { iso } from '@/lib/platform/sql'
import type { Audience, EvidenceKind, EvidenceScan } from '@/prisma/generated/enums'
import { downloadName } from './file-name'
import { isServed, mayReadEvidence } from './policy'

type Named = { id: string; name: string }

/** A piece of evidence. Absent fields have no value. */
export type Evidence = {
  id: string
  kind: EvidenceKind
  /** Empty if it had to be erased by law. */
  title: string
  /** Of a link that was not withdrawn. */
  url?: string
  sha256: string
  bytes?: number
  mediaType?: string
  /** The period that it covers. YYYY-MM-DD. */
  from?: string
  to?: string
  audience: Audience
  by: Named
  onBehalf: boolean
  /** The date of the letter with which it arrived. */
  letterOn?: string
  addedAt: string
  scan: EvidenceScan
  withdrawn?: { by: Named; at: string; reason: string }
  /** Set if its file or its address was erased by law. */
  erasure?: Erasure
  /** The IDs of the reports that name it. */
  reports: string[]
  /** The IDs of what arrived by this letter. */
  letterOf: string[]
}

/** SQL: the evidence `ev`, with `evidenceJoins`. Fields without a value are null. */
const evidenceJson = `json_build_object(
  'id', ev.id, 'kind', ev.kind, 'title', et.text,
  'url', case when ev.withdrawn_at is null then ev.url end,
  'sha256', ev.sha256, 'bytes', ev.bytes, 'mediaType', ev.media_type, 'from', ev.covers_from, 'to', ev.covers_to,
  'audience', ev.audience, 'by', json_build_object('id', eu.id, 'name', eu.name), 'onBehalf', ev.on_behalf, 'letterOn', ${letterOf('ev.id')},
  'addedAt', ${iso('ev.added_at')}, 'scan', ev.scan,
  'withdrawn', case when ev.withdrawn_at is not null then json_build_object(
    'by', json_build_object('id', ew.id, 'name', ew.name), 'at', ${iso('ev.withdrawn_at')}, 'reason', er.text) end,
  'erasure', case when ev.erased_at is not null then ${erasureOf('ev.id')} end,
  'reports', (select coalesce(json_agg(report_id order by report_id), '[]') from report_evidence where evidence_id = ev.id),
  'letterOf', (select coalesce(json_agg(of_id order by of_id), '[]') from letters where evidence_id = ev.id))`

const evidenceJoins = `
  join reasons et on et.id = ev.title_id
  join users eu on eu.id = ev.author_id
  left join users ew on ew.id = ev.withdrawn_by_id
  left join reasons er on er.id = ev.withdrawal_reason_id`

/** SQL: the evidence of the assignment `a` that the reader may read, the newest first. */
export const evidenceOf = (all: string, own: string) => `coalesce((
  select json_agg(${evidenceJson} order by ev.added_at desc, ev.id desc)
  from evidence ev ${evidenceJoins} where ev.assignment_id = a.id and ${mayReadEvidence(all, own)}), '[]')`

type Found = {
  evidence: Evidence
  storedAs: string | null
  assignmentId: string
  organizationId: string
  recommendationId: string
}

/** SQL: the evidence $1; $2: whether the reader keeps the record; $3 and $4: the audiences that they may read. */
const findSql = `
  select json_strip_nulls(${evidenceJson}) as evidence, ev.stored_as as "storedAs", a.id as "assignmentId",
         a.organization_id as "organizationId", a.recommendation_id as "recommendationId"
  from evidence ev ${evidenceJoins}
  join assignments a on a.id = ev.assignment_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  where ev.id = $1 and ${documentVisible('$2')} and ${mayReadEvidence('$3', '$4')}`

/** Returns a piece of evidence that the actor may read. */
export async function findEvidence(actor: Actor, id: string): Promise<Found | undefined> {
  const values = [ExistingId.parse(id), keepsTheRecord(actor), ...audiencesOf(actor)]
  const { rows } = await pool.query<Found>({ name: 'evidence-find', text: findSql, values })
  return rows[0]
}

type Download = { name: string; type: string; bytes: number; content: ReadableStream<Uint8Array<ArrayBuffer>> }

/**
 * Opens the file of a piece of evidence that the actor may read. Refusals: `evidence_not_found`,
 * `evidence_was_withdrawn`, `evidence_infected`, `evidence_pending` and `evidence_held` until it is scanned or released,
 * `evidence_file_lost`.
 */
export async function openEvidence(actor: Actor, id: string): Promise<Result<Download>> {
  const found = await findEvidence(actor, id)
  if (found?.evidence.kind !== 'file') return notFound('evidence_not_found')
  const { title, mediaType: type = '', bytes = 0, withdrawn, erasure, scan } = found.evidence
  if (erasure) return notFound('evidence_was_erased')
  if (withdrawn) return notFound('evidence_was_withdrawn')
  if (scan === 'infected') return notFound('evidence_infected')
  if (!isServed(scan)) return conflict(scan === 'held' ? 'evidence_held' : 'evidence_pending', { id, scan })
  const content = found.storedAs ? await openFile(found.storedAs) : undefined
  if (content) return ok({ name: downloadName(title, type), type, bytes, content })
  log.error({ evidence: id, file: found.storedAs }, 'A file of evidence is missing in the store.')
  return notFound('evidence_file_lost')
}
