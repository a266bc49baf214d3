import 'server-only'
import type { Change } from '@/lib/history/change'
import type { AssignmentRole } from '@/prisma/generated/enums'
import type { Owing } from './find-parties'

export type AssignmentTerms = {
  ownerId: string | null
  /** YYYY-MM-DD */
  dueOn?: string | undefined
  role: AssignmentRole
}

type Making = AssignmentTerms & { recommendationId: string; owing: Owing[]; idOf: (one: Owing) => string }

/** What history says of an assignment that was made. */
export function madeAs({ id: organizationId, viaGroupId }: Owing, { ownerId, dueOn, role }: AssignmentTerms) {
  return { before: null, after: { organizationId, viaGroupId, ownerId, dueOn: dueOn ?? null, role } }
}

/** Makes an assignment for each organization that has none, and records each; answers the ids of those made. */
export async function insertAssignments({ tx, record, now }: Change, making: Making): Promise<string[]> {
  const { recommendationId, owing, ownerId, dueOn = null, role, idOf } = making
  const made = await tx.$queryRaw<{ id: string; organizationId: string }[]>`
    insert into assignments (
      id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, created_at)
    select o.id, ${recommendationId}::uuid, o.organization_id, o.via_group_id, ${role}::text::assignment_role,
      ${ownerId}::uuid, ${dueOn}::date, ${dueOn}::date, ${now}::timestamptz
    from unnest(${owing.map(idOf)}::uuid[], ${owing.map(({ id }) => id)}::uuid[],
      ${owing.map(({ viaGroupId }) => viaGroupId)}::uuid[]) with ordinality o(id, organization_id, via_group_id, n)
    order by o.n
    on conflict do nothing
    returning id, organization_id as "organizationId"`
  const byId = new Map(owing.map((one) => [one.id, one]))
  for (const { id, organizationId } of made) {
    const one = byId.get(organizationId)
    if (!one) continue
    record({
      kind: 'assignment.made',
      subjectId: id,
      recommendationId,
      body: madeAs(one, making),
    })
  }
  return made.map(({ id }) => id)
}
