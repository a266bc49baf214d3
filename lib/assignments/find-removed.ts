import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { documentVisible } from '@/lib/domain/visibility'
import { pool } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'

/** An assignment that was removed. */
export type RemovedAssignment = {
  organization: string
  /** The recommendation, which may have been removed since. */
  key: string
  title: string
  removedAt: Date
  /** In a merge: the organization that stays, and the ID of its assignment on the recommendation if it still has one. */
  merged: (Party & { assignment: string | null }) | null
}

/** SQL: the removed assignment $1; $2: whether the reader keeps the record. */
const removedAssignmentSql = `
  select o.name as organization, coalesce(r.key, rr.key) as key, coalesce(r.title, rr.title) as title,
    e.at as "removedAt",
    case when exists (select from events m where m.change = e.change and m.kind = 'organization.merged') then
      json_build_object('slug', s.slug, 'name', s.name, 'assignment', (
        select a.id from assignments a
        where a.recommendation_id = e.recommendation_id and a.organization_id = s.id)) end as merged
  from events e
  join assignment_versions v on v.id = e.subject_id
  join organizations o on o.id = v.organization_id
  join organizations s on s.id = coalesce(o.merged_into_id, o.id)
  left join recommendations r on r.id = e.recommendation_id
  left join removed_recommendations rr on rr.id = e.recommendation_id
  join documents d on d.id = coalesce(r.document_id, rr.document_id)
  where e.subject_type = 'assignment' and e.subject_id = $1 and e.kind = 'assignment.removed' and ${documentVisible('$2')}
  order by e.seq desc, v.valid_from desc limit 1`

/** Returns an assignment that was removed, if the actor may see the document of its recommendation. */
export async function findRemovedAssignment(actor: Actor, id: string): Promise<RemovedAssignment | undefined> {
  const values = [ExistingId.parse(id), keepsTheRecord(actor)]
  const { rows } = await pool.query<RemovedAssignment>({
    name: 'assignment-removed',
    text: removedAssignmentSql,
    values,
  })
  return rows[0]
}
