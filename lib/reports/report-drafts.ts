import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { organizationNow } from '@/lib/evidence/policy'
import { pool, type Sql } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { iso } from '@/lib/platform/sql'
import type { Progress } from '@/prisma/generated/enums'

/*
 * A draft is what people have typed for a report and not submitted. An assignment has one draft of its organization,
 * which everyone who answers for the assignment reads, writes and submits, and one of those who report on its behalf.
 * Nobody else sees a draft, whatever their role.
 */

/** A draft of a report. Absent fields have no value yet. */
export type ReportDraft = {
  /** The ID of the report that it becomes. */
  id: string
  progress?: Progress
  narrative: string
  /** YYYY-MM-DD */
  asOf?: string
  /** The IDs of the evidence that the report will name. */
  evidence: string[]
  /** The date of the letter with which it arrived, and the evidence that is the letter. */
  letterOn?: string
  letter?: string
  savedBy: { id: string; name: string }
  savedAt: string
  version: number
}

/** SQL: the draft `dr` with the user `du` who saved it. */
const draftJson = `json_strip_nulls(json_build_object(
  'id', dr.id, 'progress', dr.progress, 'narrative', dr.narrative, 'asOf', dr.as_of, 'evidence', to_json(dr.evidence),
  'letterOn', dr.letter_on, 'letter', dr.letter_id,
  'savedBy', json_build_object('id', du.id, 'name', du.name), 'savedAt', ${iso('dr.saved_at')}, 'version', dr.version))`

/**
 * SQL: the draft that a reader may see. $2: whether they keep the record; $3: the organizations for which they answer.
 * Members read the draft of their organization, and those who keep the record the one on behalf of others.
 */
const draftSql = (which: string) => `
  select ${draftJson} as draft, dr.assignment_id as "assignmentId"
  from report_drafts dr
  join users du on du.id = dr.saved_by_id
  join assignments a on a.id = dr.assignment_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  where ${which} = $1 and ${documentVisible('$2')}
    and case when ${organizationNow} = any($3::uuid[]) then not dr.on_behalf else dr.on_behalf and $2 end`

/** That there is a draft, and who saved it. */
export type BegunDraft = Pick<ReportDraft, 'id' | 'savedBy'>

/** SQL: the drafts of the organizations $2 on their assignments $1. */
const begunSql = `
  select a.id as "assignmentId",
    json_build_object('id', dr.id, 'savedBy', json_build_object('id', du.id, 'name', du.name)) as draft
  from report_drafts dr
  join assignments a on a.id = dr.assignment_id and a.organization_id = any($2::uuid[])
  join users du on du.id = dr.saved_by_id
  where dr.assignment_id = any($1::uuid[]) and not dr.on_behalf`

/** Returns the drafts of the reader's organizations on some of their assignments, by the ID of the assignment. */
export async function begunDrafts(actor: Actor, assignmentIds: readonly string[]): Promise<Map<string, BegunDraft>> {
  const { rows } = await pool.query<{ assignmentId: string; draft: BegunDraft }>({
    name: 'report-drafts-begun',
    text: begunSql,
    values: [assignmentIds, actor.organizationIds],
  })
  return new Map(rows.map(({ assignmentId, draft }) => [assignmentId, draft]))
}

const byId = draftSql('dr.id')
const byAssignment = draftSql('dr.assignment_id')

type Found = { draft: ReportDraft; assignmentId: string }

const valuesFor = (actor: Actor, id: string) => [
  ExistingId.parse(id),
  keepsTheRecord(actor),
  actor.role === 'viewer' ? [] : actor.organizationIds,
]

/** Returns a draft with its assignment, if the actor may see it. */
export async function findReportDraft(actor: Actor, id: string): Promise<Found | undefined> {
  const { rows } = await pool.query<Found>({ name: 'report-draft', text: byId, values: valuesFor(actor, id) })
  return rows[0]
}

/** Returns the draft of an assignment that the actor may see. */
export async function findReportDraftOf(actor: Actor, assignmentId: string): Promise<ReportDraft | undefined> {
  const values = valuesFor(actor, assignmentId)
  const { rows } = await pool.query<Found>({ name: 'report-draft-of', text: byAssignment, values })
  return rows[0]?.draft
}

/** What a form knows of the draft: the version that it shows, if there is one, and which form it is. */
export type SeenDraft = { version?: number | undefined; savedFrom?: string | undefined }

/** Returns whether a form may replace or submit the draft: it shows the current version, or it saved it itself. */
export const follows = (draft: { version: number; savedFrom: string | null }, { version, savedFrom }: SeenDraft) =>
  draft.version === version || (savedFrom !== undefined && draft.savedFrom === savedFrom)

/** Keeps others from saving a draft of an assignment until the transaction ends. */
export async function holdAssignment(sql: Sql, id: string) {
  const { rowCount } = await sql.query({
    name: 'report-draft-hold',
    text: 'select from assignments where id = $1 for no key update',
    values: [id],
  })
  return rowCount === 1
}

type Deleted = { version: number; savedFrom: string | null; evidence: string[] }

/** Deletes the draft of an assignment, and returns what its report needs. Returns nothing if there is none. */
export async function deleteDraft(sql: Sql, assignmentId: string, onBehalf: boolean): Promise<Deleted | undefined> {
  const { rows } = await sql.query<Deleted>({
    name: 'report-draft-delete',
    text: `
      delete from report_drafts where assignment_id = $1 and on_behalf = $2
      returning version, saved_from as "savedFrom", to_json(evidence) as evidence`,
    values: [assignmentId, onBehalf],
  })
  return rows[0]
}
