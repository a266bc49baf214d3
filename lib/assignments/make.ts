import 'server-only'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { AssignmentRole } from '@/prisma/generated/enums'

type Making = {
  recommendationId: string
  organizationIds: string[]
  viaGroupId?: string | undefined
  ownerId: string | null
  /** YYYY-MM-DD */
  dueOn?: string | undefined
  role?: AssignmentRole | undefined
  /** The id of each, where they may be sent twice. */
  idOf?: ((organizationId: string) => string) | undefined
}

type Recorder = (event: NewEvent) => void
type Duty = Omit<Making, 'recommendationId' | 'organizationIds' | 'idOf'>

/** What history says of an assignment that was made. */
export function madeAs(organizationId: string, duty: Duty) {
  const { viaGroupId = null, ownerId, dueOn = null, role = 'contributing' } = duty
  return { before: null, after: { organizationId, viaGroupId, ownerId, dueOn, role } }
}

/**
 * Makes an assignment for each organization that has none, and records each; answers the ids of those made. Whoever
 * archives or merges one of them at the same time is waited for, and it is left out.
 */
export async function make(tx: Transaction, record: Recorder, making: Making, now: Date): Promise<string[]> {
  const { recommendationId, organizationIds, viaGroupId = null, ownerId, dueOn = null, role = 'contributing' } = making
  const { idOf = newId } = making
  const day = dueOn && new Date(dueOn)
  const standing = await tx.$queryRaw<{ id: string }[]>`
    select id from organizations where id = any(${organizationIds}::uuid[]) and archived_at is null order by id for share`
  const made = await tx.assignment.createManyAndReturn({
    data: standing.map(({ id: organizationId }) => ({
      id: idOf(organizationId),
      recommendationId,
      organizationId,
      viaGroupId,
      role,
      ownerId,
      dueOn: day,
      originalDueOn: day,
      createdAt: now,
    })),
    skipDuplicates: true,
    select: { id: true, organizationId: true },
  })
  for (const { id, organizationId } of made) {
    record({
      kind: 'assignment.made',
      subjectId: id,
      recommendationId,
      audience: 'internal',
      body: madeAs(organizationId, making),
    })
  }
  return made.map(({ id }) => id)
}
