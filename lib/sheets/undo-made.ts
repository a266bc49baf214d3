import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Change } from '@/lib/history/change'
import { keepReason } from '@/lib/history/reasons'
import { readIn, type Transaction } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { sql } from '@/lib/platform/sql'
import { isInUse } from './sheet-in-use'

/**
 * Takes back what a spreadsheet has made. Documents that it has made are archived with everything in them. In other
 * documents, its recommendations and assignments are removed; assignments with a report, which stays, are closed as made in
 * error. Returns false, and writes nothing, if someone has worked on any of it. Its organizations stay.
 */
export async function undoMade(change: Change, actor: Actor, sheetId: string): Promise<boolean> {
  const { tx } = change
  const documents = await lockDocuments(tx, sheetId)
  const assignments = await lockAssignments(tx, sheetId)
  const recommendations = await lockRecommendations(tx, sheetId)
  if (await isInUse(tx, sheetId)) return false

  await archiveDocuments(change, documents)
  const elsewhere = assignments.filter(({ documentId }) => !documents.includes(documentId))
  const reported = elsewhere.filter(({ reported }) => reported)
  await removeAssignments(
    change,
    elsewhere.filter(({ reported }) => !reported),
  )
  await closeAssignments(change, actor, reported)
  const kept = new Set(reported.map(({ recommendationId }) => recommendationId))
  await removeRecommendations(
    change,
    recommendations.filter(({ id, documentId }) => !documents.includes(documentId) && !kept.has(id)),
  )
  return true
}

async function lockDocuments(tx: Transaction, sheetId: string): Promise<string[]> {
  const rows = await readIn<{ id: string }>(
    tx,
    'sheet-documents-made',
    sql`
    select d.id from documents d join sheet_made m on m.id = d.id
    where m.sheet_id = ${sheetId}::uuid and m.kind = 'document' and d.archived_at is null order by d.id for update of d`,
  )
  return rows.map(({ id }) => id)
}

type MadeAssignment = {
  id: string
  documentId: string
  recommendationId: string
  organizationId: string
  viaGroupId: string | null
  ownerId: string | null
  dueOn: string | null
  role: 'lead' | 'contributing'
  reported: boolean
}

const lockAssignments = (tx: Transaction, sheetId: string) =>
  readIn<MadeAssignment>(
    tx,
    'sheet-assignments-made',
    sql`
    select a.id, r.document_id as "documentId", a.recommendation_id as "recommendationId",
      a.organization_id as "organizationId", a.via_group_id as "viaGroupId", a.owner_id as "ownerId",
      a.due_on::text as "dueOn", a.role::text as role, a.reported_at is not null as reported
    from sheet_made m join assignments a on a.id = m.id join recommendations r on r.id = a.recommendation_id
    where m.sheet_id = ${sheetId}::uuid and m.kind = 'assignment' order by a.id for update of a`,
  )

type MadeRecommendation = { id: string; key: string; title: string; kind: 'action' | 'finding'; documentId: string }

const lockRecommendations = (tx: Transaction, sheetId: string) =>
  readIn<MadeRecommendation>(
    tx,
    'sheet-recommendations-made',
    sql`
    select r.id, r.key, r.title, r.kind::text as kind, r.document_id as "documentId"
    from sheet_made m join recommendations r on r.id = m.id
    where m.sheet_id = ${sheetId}::uuid and m.kind = 'recommendation' order by r.id for update of r`,
  )

async function archiveDocuments({ tx, record, now }: Change, ids: readonly string[]) {
  await tx.document.updateMany({
    where: { id: { in: [...ids] } },
    data: { archivedAt: now, version: { increment: 1 } },
  })
  for (const subjectId of ids) {
    record({ kind: 'document.archived', subjectId, body: { before: { archived: false }, after: { archived: true } } })
  }
}

async function removeAssignments({ tx, record }: Change, all: readonly MadeAssignment[]) {
  await tx.assignment.deleteMany({ where: { id: { in: all.map(({ id }) => id) } } })
  for (const { id, recommendationId, organizationId, viaGroupId, ownerId, dueOn, role } of all) {
    const before = { organizationId, viaGroupId, ownerId, dueOn, role }
    record({ kind: 'assignment.removed', subjectId: id, recommendationId, body: { before, after: null } })
  }
}

async function closeAssignments(change: Change, actor: Actor, all: readonly MadeAssignment[]) {
  for (const { id, recommendationId } of all) {
    const reason = await keepReason(change, actor, t('sheets.undoneReason'))
    const closure = 'made_in_error' as const
    await change.tx.assignment.update({
      where: { id },
      data: { closure, closureReasonId: reason.id, version: { increment: 1 } },
      select: { id: true },
    })
    const body = { before: { closure: null }, after: { closure, reason } }
    change.record({ kind: 'assignment.closed', subjectId: id, recommendationId, body })
  }
}

async function removeRecommendations({ tx, record, now }: Change, all: readonly MadeRecommendation[]) {
  await tx.recommendation.deleteMany({ where: { id: { in: all.map(({ id }) => id) } } })
  await tx.removedRecommendation.createMany({
    data: all.map(({ id, key, title, documentId }) => ({ id, key, title, documentId, removedAt: now })),
  })
  for (const { id, key, title, kind } of all) {
    const before = { key, title, kind }
    record({ kind: 'recommendation.removed', subjectId: id, recommendationId: id, body: { before, after: null } })
  }
}
