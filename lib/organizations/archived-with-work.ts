import 'server-only'
import { pendingIn } from '@/lib/domain/statuses'
import { inShort } from '@/lib/history/bulk-pairs'
import type { Transaction } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import { holdOrganizations } from './hold-organizations'

/** What is to come back into work: one recommendation, or the recommendations of a document. */
type Returning = { recommendationId: string } | { documentId: string }

const those = (returning: Returning) =>
  'documentId' in returning
    ? Prisma.sql`r.document_id = ${returning.documentId}::uuid and r.closure is null`
    : Prisma.sql`r.id = ${returning.recommendationId}::uuid`

/** Holds every organization that is responsible there, so that nobody archives one before the change is over. */
export async function holdResponsible(tx: Transaction, returning: Returning) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct a.organization_id as id from assignments a join recommendations r on r.id = a.recommendation_id
    where ${those(returning)}`
  await holdOrganizations(
    tx,
    rows.map(({ id }) => id),
  )
}

/** Names the archived organizations that would have work to do there again, as a refusal says it; nothing if there are none. */
export async function archivedWithWork(tx: Transaction, returning: Returning) {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    select o.name from organizations o
    where o.archived_at is not null and exists (
      select from assignments a join recommendations r on r.id = a.recommendation_id
      where a.organization_id = o.id and ${Prisma.raw(pendingIn('a.status'))} and ${those(returning)})`
  if (rows.length === 0) return undefined
  return { organizations: inShort(rows.map(({ name }) => name)), count: rows.length }
}
