import type { Result } from '@/lib/platform/result'
import type { Role } from '@/prisma/generated/enums'
import { organizations } from '../given'
import type { givenPerson } from '../given-person'

export type Doer = Awaited<ReturnType<typeof givenPerson>>

/** What may be done: the command, to whom its subject belongs as the doer sees it, and who may. */
export type Deed = {
  command: string
  relation: 'own organization' | 'another organization' | 'oneself' | 'somebody else' | 'anything'
  allowed: readonly Role[]
  /** Makes a fresh subject, and lets the doer, of the Ministry of Health, do it. */
  attempt: (doer: Doer) => Promise<Result<unknown>>
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
