import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { showsPresent } from '@/lib/platform/shown-day'
import type { Prisma } from '@/prisma/generated/client'

/** The organizations that an actor may see. Coordinators and administrators also see archived ones. */
export const visibleTo = (actor: Actor): Prisma.OrganizationWhereInput =>
  keepsTheRecord(actor) ? {} : { archivedAt: null }

/** Returns whether an actor may open the page of an organization. */
export const mayOpen = (actor: Actor, { archived }: { archived: boolean | undefined }) =>
  !archived || keepsTheRecord(actor)

/** Returns whether an actor may add, rename, merge, archive and restore organizations. */
export const mayKeepOrganizations = (actor: Actor) => showsPresent() && keepsTheRecord(actor)

/** Returns whether an actor may add and rename groups and change their members. */
export const mayKeepGroups = (actor: Actor) => showsPresent() && keepsTheRecord(actor)
