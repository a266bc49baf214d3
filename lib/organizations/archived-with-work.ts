import 'server-only'
import { pendingIn } from '@/lib/domain/statuses'
import { inShort } from '@/lib/history/before-and-after'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { Prisma } from '@/prisma/generated/client'
import { holdOrganizations } from './hold-organizations'

/** What a change makes active again: one recommendation, or the open recommendations of a document. */
type Returning = { recommendationId: string } | { documentId: string }

const those = (returning: Returning) =>
  'documentId' in returning
    ? Prisma.sql`r.document_id = ${returning.documentId}::uuid and r.closure is null`
    : Prisma.sql`r.id = ${returning.recommendationId}::uuid`

/** Locks every organization that has assignments there, so that none can be archived before the change ends. */
export async function holdResponsible(tx: Transaction, returning: Returning) {
  const rows = await readIn<{ id: string }>(
    tx,
    'responsible-organizations',
    sql`
    select distinct a.organization_id as id from assignments a join recommendations r on r.id = a.recommendation_id
    where ${those(returning)}`,
  )
  await holdOrganizations(
    tx,
    rows.map(({ id }) => id),
  )
}

/**
 * Returns the archived organizations that would have work to do again, as parameters of a refusal. Returns nothing if
 * there are none.
 */
export async function archivedWithWork(tx: Transaction, returning: Returning) {
  const rows = await readIn<{ name: string }>(
    tx,
    'archived-with-work',
    sql`
    select o.name from organizations o
    where o.archived_at is not null and exists (
      select from assignments a join recommendations r on r.id = a.recommendation_id
      where a.organization_id = o.id and ${Prisma.raw(pendingIn('a.status'))} and ${those(returning)})`,
  )
  if (rows.length === 0) return undefined
  return { organizations: inShort({ names: rows.map(({ name }) => name), more: 0 }), count: rows.length }
}
