import type { Role, TokenScope } from '@/prisma/generated/enums'

const allowed: Record<Role, readonly [TokenScope, ...TokenScope[]]> = {
  viewer: ['read'],
  focal_point: ['report', 'read'],
  reviewer: ['manage', 'report', 'read'],
  coordinator: ['manage', 'report', 'read'],
  administrator: ['manage', 'report', 'read'],
}

/** Returns the scopes that a token of a person with this role may have, the widest first. */
export const scopesFor = (role: Role) => allowed[role]

/**
 * Returns the role in which a token acts: the current role of its owner or, with the scope `report`, at most a focal
 * point.
 */
export const roleWithin = (scope: TokenScope, role: Role): Role =>
  scope === 'report' && role !== 'viewer' ? 'focal_point' : role
