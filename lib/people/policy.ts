import { type Actor, actsByToken, keepsTheRecord } from '@/lib/domain/actor'
import type { Prisma } from '@/prisma/generated/client'
import { Role } from '@/prisma/generated/enums'

/**
 * Returns a filter for the people of whom the actor may know. Coordinators and administrators may know of everyone.
 * Others may know of themselves, of the members of their organizations, and of coordinators and administrators, whom
 * they can ask.
 */
export const visibleTo = (actor: Actor): Prisma.UserWhereInput =>
  keepsTheRecord(actor)
    ? {}
    : {
        OR: [
          { id: actor.id },
          { disabledAt: null, role: { in: ['coordinator', 'administrator'] } },
          { disabledAt: null, memberships: { some: { organizationId: { in: [...actor.organizationIds] } } } },
        ],
      }

/**
 * Returns SQL that checks whether an actor may know of the user `row`. `all`, `self` and `own` are the parameters for
 * the three values of `knowing`.
 */
export const knows = (row: string, all: string, self: string, own: string) => `(
  ${all} or ${row}.id = ${self} or ${row}.disabled_at is null and (
    ${row}.role in ('coordinator', 'administrator')
    or exists (select from memberships where user_id = ${row}.id and organization_id = any(${own}))))`

/** Whether an actor may know of everyone, their ID, and the IDs of their organizations. */
export type Knowing = readonly [all: boolean, self: string | null, own: readonly string[]]
export const knowing = (actor: Actor): Knowing => [keepsTheRecord(actor), actor.id, actor.organizationIds]

/**
 * Returns whether someone may set roles, close and reopen accounts, make links to a new password, and end the sessions
 * and tokens of others. Never allowed with a token.
 */
export const mayAdminister = (actor: Actor) => actor.role === 'administrator' && !actsByToken(actor)

const roles: Record<Role, readonly Role[]> = {
  viewer: [],
  focal_point: [],
  reviewer: [],
  coordinator: ['viewer', 'focal_point'],
  administrator: ['viewer', 'focal_point', 'reviewer', 'coordinator', 'administrator'],
}

/** Returns whether someone may invite a person with this role. A token may invite as a coordinator does, at most. */
export const mayInvite = (actor: Actor, role: Role) =>
  roles[actor.role].includes(role) && (!actsByToken(actor) || roles.coordinator.includes(role))

/** Returns the roles to which someone may invite a new person. */
export const rolesToInvite = (actor: Actor) => Object.values(Role).filter((role) => mayInvite(actor, role))

/**
 * Returns whether someone may set a person's organizations. Coordinators may not set their own. Never allowed with a
 * token.
 */
export const maySetOrganizations = (actor: Actor, person: { id: string }) =>
  mayAdminister(actor) || (keepsTheRecord(actor) && actor.id !== person.id && !actsByToken(actor))
