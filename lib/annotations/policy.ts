import { type Actor, keepsTheRecord, readsAllAudiences } from '@/lib/domain/actor'
import type { Readers } from '@/lib/history/events'
import { showsPresent } from '@/lib/platform/shown-day'
import type { Audience, Prisma } from '@/prisma/generated/client'

type Note = { audience: Audience; organizationId: string | null }

/** Returns whether an actor may annotate: everyone but viewers. */
export const mayAnnotate = (actor: Actor) => showsPresent() && actor.role !== 'viewer'

/**
 * Returns whether an actor may read an annotation. One for an organization may be read by its members, and by those who
 * read all audiences.
 */
export const mayRead = (actor: Actor, { audience, organizationId }: Note) =>
  audience !== 'organization' ||
  readsAllAudiences(actor) ||
  (organizationId !== null && actor.organizationIds.includes(organizationId))

/** The annotations that an actor may read, as a condition. */
export const readableBy = (actor: Actor): Prisma.AnnotationWhereInput =>
  readsAllAudiences(actor)
    ? {}
    : {
        OR: [
          { audience: { in: ['internal', 'public'] } },
          { audience: 'organization', organizationId: { in: [...actor.organizationIds] } },
        ],
      }

/**
 * Returns whether an actor may write for one organization: its members, and on their behalf coordinators and
 * administrators.
 */
export const mayWriteFor = (actor: Actor, organizationId: string) =>
  keepsTheRecord(actor) || actor.organizationIds.includes(organizationId)

/** Returns whether an actor may edit an annotation: only its author. */
export const mayRevise = (actor: Actor, { authorId }: { authorId: string }) =>
  mayAnnotate(actor) && actor.id === authorId

/**
 * Returns whether an actor may withdraw an annotation: its author; and coordinators and administrators, who must give a
 * reason.
 */
export const mayWithdraw = (actor: Actor, note: { authorId: string }) =>
  mayRevise(actor, note) || (showsPresent() && keepsTheRecord(actor))

/** Returns the audience of the events of an annotation: those who may read it. */
export function readersOf({ audience, organizationId }: Note): Readers {
  if (audience !== 'organization') return { audience }
  if (organizationId === null) throw new Error('A note for an organization names it.')
  return { audience, organizationId }
}
