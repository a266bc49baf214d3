import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { pool } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'

/** An assignment that is no more: whose it was, and of which recommendation. */
export type RemovedAssignment = { organization: string; key: string; title: string; removedAt: Date }

/** SQL: the assignment $1, which was removed; $2: whether the reader keeps the record. */
const removedAssignmentSql = `
  select o.name as organization, r.key, r.title, e.at as "removedAt"
  from events e
  join assignment_versions v on v.id = e.subject_id
  join organizations o on o.id = v.organization_id
  join recommendations r on r.id = e.recommendation_id
  join documents d on d.id = r.document_id
  where e.subject_type = 'assignment' and e.subject_id = $1 and e.kind = 'assignment.removed' and ${documentVisible('$2')}
  order by e.seq desc, v.valid_from desc limit 1`

/** Returns an assignment that was removed from a recommendation that the actor may see. */
export async function findRemovedAssignment(actor: Actor, id: string): Promise<RemovedAssignment | undefined> {
  const values = [ExistingId.parse(id), keepsTheRecord(actor)]
  const { rows } = await pool.query<RemovedAssignment>({
    name: 'assignment-removed',
    text: removedAssignmentSql,
    values,
  })
  return rows[0]
}
