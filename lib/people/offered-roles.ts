import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'
import { Role } from '@/prisma/generated/enums'

/**
 * Roles that can no longer be given. A reviewer has no more rights than a viewer or a focal point. People who are
 * reviewers stay reviewers.
 */
const retired: readonly Role[] = ['reviewer']

/** Returns whether a role can be given to people, in forms, lists, the API and the console. */
export const isOffered = (role: Role) => !retired.includes(role)

/** The roles that can be given to people. */
export const offeredRoles = Object.values(Role).filter(isOffered)

const refused: Code = 'role_not_offered'
const missing: Code = 'role_missing'

/** The role given to a new person. */
export const OfferedRole = z.enum(Role, missing).refine(isOffered, refused)
