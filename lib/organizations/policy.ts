import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import type { Prisma } from '@/prisma/generated/client'

/** May see: an archived organization, whoever can bring it back; any other, everybody signed in. */
export const visibleTo = (actor: Actor): Prisma.OrganizationWhereInput =>
  keepsTheRecord(actor) ? {} : { archivedAt: null }

/** May add organizations, rename, merge, archive and restore them: who keeps the record. */
export const mayKeepOrganizations = (actor: Actor) => keepsTheRecord(actor)

/** May add groups, rename them, and say who belongs to them: who keeps the record. */
export const mayKeepGroups = (actor: Actor) => keepsTheRecord(actor)
