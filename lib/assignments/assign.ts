import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { NewRowId } from '@/lib/platform/id'
import { type Failure, mapFieldErrors, type Result, taken, unparsed } from '@/lib/platform/result'
import { KnownName, nameText } from '@/lib/platform/text'
import { type Assigned, assignParties } from './assign-parties'
import { ConfirmPast, DueDay, OwnerEmail, Role } from './assignment-fields'
import type { Assignment } from './queries'

const Assign = z.strictObject({
  id: NewRowId,
  key: KnownName,
  /** Slug or name. */
  organization: nameText('organization_missing'),
  owner: OwnerEmail.optional(),
  dueOn: DueDay.optional(),
  confirmPast: ConfirmPast,
  role: Role.default('contributing'),
})

/**
 * Assigns a recommendation to one organization. Returns the assignment. Refuses if the organization already has one.
 * Refusals: those of `assignParties`, and `assignment_exists`.
 */
export async function assign(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Assign.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { organization, ...duty } = parsed.data

  const result = await assignParties(actor, { ...duty, parties: [{ organization }] })
  if (!result.ok) return atOwnField(result)
  const { made, already } = result.value
  const [assignment] = made
  if (assignment) return { ...result, value: assignment }
  const [there] = already
  return taken('organization', 'assignment_exists', there, { organization: there?.organization.name ?? organization })
}

const AssignGroup = z.strictObject({
  id: NewRowId,
  key: KnownName,
  /** Slug or name. */
  group: nameText('group_missing'),
  owner: OwnerEmail.optional(),
  dueOn: DueDay.optional(),
  confirmPast: ConfirmPast,
})

/**
 * Assigns a recommendation to each member of a group. The group itself has no assignment. Refusals: those of
 * `assignParties`.
 */
export async function assignGroup(actor: Actor, input: unknown): Promise<Result<Assigned>> {
  const parsed = AssignGroup.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { group, ...duty } = parsed.data

  const result = await assignParties(actor, { ...duty, parties: [{ group }] })
  return result.ok ? result : atOwnField(result)
}

/**
 * Renames the field of an error for a request that names one organization or group: `parties.0.organization` becomes
 * `organization`.
 */
const atOwnField = (failure: Failure) =>
  mapFieldErrors(failure, (error) => ({ ...error, field: error.field.replace(/^parties\.0\./, '') }))
