import type { Result } from '@/lib/platform/result'
import type { Role } from '@/prisma/generated/enums'
import { organizations } from '../given'
import type { givenPerson } from '../given-person'

export type Person = Awaited<ReturnType<typeof givenPerson>>

/** A permission: the command, the relation of the actor to its subject, and who may run it. */
export type Permission = {
  command: string
  relation: 'own organization' | 'another organization' | 'oneself' | 'somebody else' | 'anything'
  allowed: readonly Role[]
  /** Creates a subject, and lets the actor, of the Ministry of Health, run the command on it. */
  attempt: (person: Person) => Promise<Result<unknown>>
}

export const everybody: readonly Role[] = ['viewer', 'focal_point', 'reviewer', 'coordinator', 'administrator']
export const whoTakePart: readonly Role[] = ['focal_point', 'reviewer', 'coordinator', 'administrator']
export const readersOfAll: readonly Role[] = ['reviewer', 'coordinator', 'administrator']
export const keepers: readonly Role[] = ['coordinator', 'administrator']
export const administrators: readonly Role[] = ['administrator']

/** The organization to which the subject belongs. */
export const whose = {
  'own organization': organizations.health,
  'another organization': organizations.finance,
} as const
