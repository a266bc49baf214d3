import 'server-only'
import type { Transaction } from '@/lib/platform/db'

/**
 * Puts the recommendations of a document in the order of an edition. Those whose words are not in it keep the order of
 * the edition that they were made from.
 */
export const orderRecommendations = (tx: Transaction, documentId: string, editionId: string) =>
  tx.$executeRaw`
  with n as (
    select r.id, coalesce(xp.ordinal, p.ordinal) as ordinal
    from recommendations r
    join paragraphs p on p.id = r.paragraph_id
    left join places x on x.recommendation_id = r.id and x.edition_id = ${editionId}::uuid
    left join paragraphs xp on xp.id = x.paragraph_id
    where r.document_id = ${documentId}::uuid)
  update recommendations r set ordinal = n.ordinal from n where r.id = n.id and r.ordinal <> n.ordinal`
