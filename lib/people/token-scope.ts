import type { Role, TokenScope } from '@/prisma/generated/enums'

const allowed: Record<Role, readonly [TokenScope, ...TokenScope[]]> = {
  viewer: ['read'],
  focal_point: ['report', 'read'],
  reviewer: ['manage', 'report', 'read'],
  coordinator: ['manage', 'report', 'read'],
  administrator: ['manage', 'report', 'read'],
}

/** The scopes that a token of somebody with this role may have, the widest first. */
export const scopesFor = (role: Role) => allowed[role]

/** The role in which a token acts: that of its owner now, but with the scope `report` never more than a focal point's. */
export const roleWithin = (scope: TokenScope, role: Role): Role =>
  scope === 'report' && role !== 'viewer' ? 'focal_point' : role
