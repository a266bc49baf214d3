import { type Actor, actsByToken, keepsTheRecord } from '@/lib/domain/actor'
import type { Prisma, Role } from '@/prisma/generated/client'
import { offeredRoles } from './offered-roles'

/** May know of: themselves, who is in an organization with them, and who keeps the record and so can be asked. */
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

/** SQL: the same of a user `row`; `all`, `self` and `own` are the places of the three values of `knowing`. */
export const knows = (row: string, all: string, self: string, own: string) => `(
  ${all} or ${row}.id = ${self} or ${row}.disabled_at is null and (
    ${row}.role in ('coordinator', 'administrator')
    or exists (select from memberships where user_id = ${row}.id and organization_id = any(${own}))))`

/** Of an actor: whether they may know of everybody, who they are, and of which organizations. */
export type Knowing = readonly [all: boolean, self: string | null, own: readonly string[]]
export const knowing = (actor: Actor): Knowing => [keepsTheRecord(actor), actor.id, actor.organizationIds]

/** May set roles, disable, enable, make links to a new password, and end sessions and tokens of others: never by a token. */
export const mayAdminister = (actor: Actor) => actor.role === 'administrator' && !actsByToken(actor)

const roles: Record<Role, readonly Role[]> = {
  viewer: [],
  focal_point: [],
  reviewer: [],
  coordinator: ['viewer', 'focal_point'],
  administrator: ['viewer', 'focal_point', 'reviewer', 'coordinator', 'administrator'],
}

/** May send an invitation to somebody of this role; with a token, no more than a coordinator may. */
export const mayInvite = (actor: Actor, role: Role) =>
  roles[actor.role].includes(role) && (!actsByToken(actor) || roles.coordinator.includes(role))

/** The roles to which they may invite somebody new. */
export const rolesToInvite = (actor: Actor) => offeredRoles.filter((role) => mayInvite(actor, role))

/** May set somebody's organizations: who keeps the record, but a coordinator not their own; never by a token. */
export const maySetOrganizations = (actor: Actor, person: { id: string }) =>
  mayAdminister(actor) || (keepsTheRecord(actor) && actor.id !== person.id && !actsByToken(actor))
