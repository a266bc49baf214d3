import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'
import { Role } from '@/prisma/generated/enums'

/** A reviewer can do nothing here that a viewer or a focal point cannot: whoever is one stays one, and nobody becomes one. */
const retired: readonly Role[] = ['reviewer']

/** Whether somebody can be given this role: by a form, a list, a program or the console. */
export const isOffered = (role: Role) => !retired.includes(role)

/** The roles that somebody can be given. */
export const offeredRoles = Object.values(Role).filter(isOffered)

const refused: Code = 'role_not_offered'
const missing: Code = 'role_missing'

/** The role that somebody new is given. */
export const OfferedRole = z.enum(Role, missing).refine(isOffered, refused)
