import 'server-only'
import type { Change } from '@/lib/history/change'
import { readIn } from '@/lib/platform/db'
import { partsOf } from '@/lib/platform/split-rows'
import { sql } from '@/lib/platform/sql'
import type { AssignmentRole } from '@/prisma/generated/enums'
import type { Assignee } from './organizations-of-parties'

export type AssignmentTerms = {
  ownerId: string | null
  /** YYYY-MM-DD */
  dueOn?: string | undefined
  role: AssignmentRole
}

type Terms = AssignmentTerms & { recommendationId: string }
type Making = Terms & { assignees: Assignee[]; idOf: (one: Assignee) => string }

/** Returns the event for an assignment that was made. */
export function additionOf(id: string, { id: organizationId, viaGroupId }: Assignee, terms: Terms) {
  const { recommendationId, ownerId, dueOn = null, role } = terms
  const after = { organizationId, viaGroupId, ownerId, dueOn, role }
  return { kind: 'assignment.made', subjectId: id, recommendationId, body: { before: null, after } } as const
}

/** Adds an assignment for each organization that has none, and records each. Returns the IDs of the new assignments. */
export async function insertAssignments({ tx, record, now }: Change, making: Making): Promise<string[]> {
  const { recommendationId, assignees, ownerId, dueOn = null, role, idOf } = making
  const made = await readIn<{ id: string; organizationId: string }>(
    tx,
    'assignments-insert',
    sql`
    insert into assignments (
      id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, created_at)
    select o.id, ${recommendationId}::uuid, o.organization_id, o.via_group_id, ${role}::text::assignment_role,
      ${ownerId}::uuid, ${dueOn}::date, ${dueOn}::date, ${now}::timestamptz
    from unnest(${assignees.map(idOf)}::uuid[], ${assignees.map(({ id }) => id)}::uuid[],
      ${assignees.map(({ viaGroupId }) => viaGroupId)}::uuid[]) with ordinality o(id, organization_id, via_group_id, n)
    order by o.n
    on conflict do nothing
    returning id, organization_id as "organizationId"`,
  )
  const byId = new Map(assignees.map((one) => [one.id, one]))
  for (const { id, organizationId } of made) {
    const one = byId.get(organizationId)
    if (one) record(additionOf(id, one, making))
  }
  return made.map(({ id }) => id)
}

/** The row of a spreadsheet from which something is imported. */
export type ImportedRow = { sheetId: string; row: number }

/** An assignment of a recommendation on which the organization has none yet. */
type First = {
  id: string
  recommendationId: string
  organizationId: string
  viaGroupId?: string | undefined
  dueOn?: string | undefined
  ownerId?: string | null
  imported?: ImportedRow
  role?: AssignmentRole
}

/** The number of rows in one statement, which takes a fraction of a second. */
const atATime = 500

/** Adds the first assignments of organizations on many recommendations, and records each. */
export async function insertFirstAssignments({ tx, record, now }: Change, all: readonly First[]) {
  const terms = all.map(({ dueOn, ownerId = null, role = 'contributing' as const, ...one }) => {
    return { ...one, dueOn, ownerId, role }
  })
  for (const { rows } of partsOf(terms, atATime)) {
    await tx.$executeRaw`
      insert into assignments (
        id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, created_at)
      select id, "recommendationId", "organizationId", "viaGroupId", role, "ownerId", "dueOn", "dueOn", ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as row (
          id uuid, "recommendationId" uuid, "organizationId" uuid, "viaGroupId" uuid, role assignment_role,
          "ownerId" uuid, "dueOn" date)`
  }
  for (const { id, organizationId, viaGroupId = null, imported, ...one } of terms) {
    const added = additionOf(id, { id: organizationId, name: '', viaGroupId }, one)
    const { before, after } = added.body
    record({ ...added, body: { before, after: { ...after, ...(imported && { imported }) } } })
  }
}
