/** A table with the versions of rows, each of which holds from one change to the next. */
export type Versioned = {
  versions: string
  table: string
  noun: string
  /** The kind of event that creates a row. */
  made: string
  /** SQL: for a version `x`, the ID of the subject of its events. */
  subject: string
  /** SQL: in an event `e`, the ID of the row and a JSON object with its values after and before the event. */
  id: string
  after: string
  before: string
  /** SQL: a JSON object with the values of the version `x`. */
  says: string
  /** The values that no event states before they change. */
  initial: string
  /** The columns that never change. */
  fixed: readonly string[]
  /** SQL: names of fields that are wrong in the version `x` after the version `p`, each after `union all`. */
  further?: string
}

/**
 * SQL: the original due date is the first one. A correction changes it if the date was never moved. In a merge, the
 * assignment that stays without one gets that of the other.
 */
const originalDueOn = `
  union all
  select 'originalDueOn'
  where x.original_due_on is distinct from coalesce(p.original_due_on, x.due_on)
    and not (p.original_due_on is not distinct from p.due_on and x.original_due_on is not distinct from x.due_on and exists (
      select from events e where e.change = x.change and e.subject_id = x.id and e.kind = 'assignment.changed'
        and e.body::jsonb #> '{after,correction}' = 'true'))
    and not (p.original_due_on is null and exists (
      select from events e join assignment_versions v on v.id = e.subject_id
      where e.change = x.change and e.kind = 'assignment.removed'
        and e.body::jsonb #>> '{after,assignmentId}' = x.id::text and v.original_due_on = x.original_due_on))`

const itself = {
  subject: 'x.id',
  id: 'e.subject_id',
  after: `e.body::jsonb -> 'after'`,
  before: `e.body::jsonb -> 'before'`,
}

export const versionedTables: Versioned[] = [
  {
    ...itself,
    versions: 'assignment_versions',
    table: 'assignments',
    noun: 'assignment',
    made: 'assignment.made',
    says: `jsonb_build_object('organizationId', x.organization_id, 'viaGroupId', x.via_group_id, 'ownerId', x.owner_id,
      'dueOn', x.due_on, 'role', x.role, 'position', x.position, 'progress', x.progress, 'verification', x.verification,
      'closure', x.closure)`,
    initial: '{"position": "pending", "progress": "not_started", "verification": "none", "closure": null}',
    fixed: ['recommendation_id'],
    further: `${originalDueOn}
      union all
      select 'status' where x.status <> status_of_assignment(x.closure, x.verification, x.progress)`,
  },
  {
    versions: 'action_versions',
    table: 'actions',
    noun: 'assignment',
    made: 'assignment.action_added',
    subject: 'x.assignment_id',
    id: `(e.body::jsonb #>> '{after,action,id}')::uuid`,
    after: `e.body::jsonb #> '{after,action}'`,
    before: `e.body::jsonb #> '{before,action}'`,
    says: `jsonb_build_object('titleId', x.title_id, 'responsibleId', x.responsible_id, 'startsOn', x.starts_on,
      'dueOn', x.due_on, 'state', x.state, 'doneOn', x.done_on)`,
    initial: '{}',
    fixed: ['assignment_id'],
    further: `union all
      select 'originalDueOn' where x.original_due_on is distinct from coalesce(p.original_due_on, x.due_on)`,
  },
  {
    ...itself,
    versions: 'recommendation_versions',
    table: 'recommendations',
    noun: 'recommendation',
    made: 'recommendation.added',
    says: `jsonb_build_object('title', x.title, 'kind', x.kind, 'themes', x.themes, 'closure', x.closure)`,
    initial: '{"closure": null}',
    fixed: ['document_id', 'key', 'quote'],
    further: `union all
      select 'status' where x.status <> status_of_recommendation(x.closure, x.kind, x.open_count, x.begun_count,
        x.implemented_count, x.verified_count, x.closed_count)`,
  },
  {
    ...itself,
    versions: 'document_versions',
    table: 'documents',
    noun: 'document',
    made: 'document.added',
    says: `jsonb_build_object('title', x.title, 'archived', x.archived_at is not null)`,
    initial: '{"archived": false}',
    fixed: [],
  },
]
