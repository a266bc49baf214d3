import 'server-only'
import { z } from 'zod'
import type { changeInSql } from '@/lib/history/change'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { invalidField } from '@/lib/platform/result'
import type { Audience } from '@/prisma/generated/enums'
import { readersOf } from './policy'

/** The IDs of the evidence that a report names, each once. */
export const EvidenceIds = z
  .array(ExistingId)
  .max(200, 'evidence_not_there')
  .transform((ids) => [...new Set(ids)].sort())
  .optional()

type Change = Pick<Parameters<Parameters<typeof changeInSql>[1]>[0], 'sql' | 'record'>
type Of = { organizationId: string; recommendationId: string }
type Report = { assignmentId: string; id: string; corrects: string | null; evidence: readonly string[] | undefined }

/** SQL: names the evidence $3 of the assignment $1 in the report $2. It cannot be withdrawn before the change ends. */
const nameSql = `
  with ev as materialized (
    select id, audience from evidence
    where assignment_id = $1 and id = any($3::uuid[]) and withdrawn_at is null order by id for share),
  named as (
    insert into report_evidence (assignment_id, report_id, evidence_id) select $1, $2, id from ev returning evidence_id)
  select id, audience from ev join named on evidence_id = id order by id`

/**
 * Names evidence in a new report. A correction that does not say otherwise names what the corrected report named. Returns a refusal if some of it is not there. Those who report on an assignment may read all its
 * evidence, but not everyone who reads the report may, so events of their own tell each audience what it may read.
 */
export async function nameEvidence(
  { sql, record }: Change,
  of: Of,
  { assignmentId, id, corrects, evidence: wanted }: Report,
) {
  const evidence = wanted ?? (corrects === null ? [] : await evidenceOf(sql, corrects))
  if (evidence.length === 0) return undefined
  const { rows } = await sql.query<{ id: string; audience: Audience }>({
    name: 'evidence-name',
    text: nameSql,
    values: [assignmentId, id, evidence],
  })
  for (const audience of ['organization', 'internal'] as const) {
    const evidenceIds = rows.filter((row) => row.audience === audience).map((row) => row.id)
    if (evidenceIds.length === 0) continue
    record(
      {
        kind: 'assignment.evidence_named',
        subjectId: assignmentId,
        recommendationId: of.recommendationId,
        body: { before: null, after: { reportId: id, evidenceIds } },
      },
      readersOf({ audience }, of.organizationId),
    )
  }
  return rows.length === evidence.length ? undefined : invalidField('evidence', 'evidence_not_there')
}

/** Returns the evidence that a report names, without what was withdrawn. */
async function evidenceOf(sql: Change['sql'], reportId: string) {
  const { rows } = await sql.query<{ id: string }>({
    name: 'evidence-of-report',
    text: `
      select ev.id from report_evidence re join evidence ev on ev.id = re.evidence_id
      where re.report_id = $1 and ev.withdrawn_at is null order by ev.id`,
    values: [reportId],
  })
  return rows.map(({ id }) => id)
}

/** Returns whether a report names exactly this evidence. */
export async function isNamedBy(reportId: string, evidence: readonly string[]) {
  const named = await db.reportEvidence.findMany({ where: { reportId }, orderBy: { evidenceId: 'asc' } })
  return named.map(({ evidenceId }) => evidenceId).join() === evidence.join()
}
