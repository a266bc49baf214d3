import { type Actor, keepsTheRecord, readsAllAudiences } from '@/lib/domain/actor'
import type { Hearing } from '@/lib/history/events'
import type { Audience, Prisma } from '@/prisma/generated/client'

type Note = { audience: Audience; organizationId: string | null }

/** May annotate: who takes part. */
export const mayAnnotate = (actor: Actor) => actor.role !== 'viewer'

/** May read: what is for everybody signed in; what is for one organization, its members and who is trusted with all. */
export const mayRead = (actor: Actor, { audience, organizationId }: Note) =>
  audience !== 'organization' ||
  readsAllAudiences(actor) ||
  (organizationId !== null && actor.organizationIds.includes(organizationId))

/** The annotations that somebody may read, as a condition. */
export const readableBy = (actor: Actor): Prisma.AnnotationWhereInput =>
  readsAllAudiences(actor)
    ? {}
    : {
        OR: [
          { audience: { in: ['internal', 'public'] } },
          { audience: 'organization', organizationId: { in: [...actor.organizationIds] } },
        ],
      }

/** May write for an organization alone: its members, and on their behalf who keeps the record. */
export const mayWriteFor = (actor: Actor, organizationId: string) =>
  keepsTheRecord(actor) || actor.organizationIds.includes(organizationId)

/** May edit: only who wrote it. */
export const mayRevise = (actor: Actor, { authorId }: { authorId: string }) =>
  mayAnnotate(actor) && actor.id === authorId

/** May withdraw: who wrote it, and with a reason who keeps the record. */
export const mayWithdraw = (actor: Actor, note: { authorId: string }) => mayRevise(actor, note) || keepsTheRecord(actor)

/** Who hears of what happens to a note: who may read it. */
export function hearingOf({ audience, organizationId }: Note): Hearing {
  if (audience !== 'organization') return { audience }
  if (organizationId === null) throw new Error('A note for an organization names it.')
  return { audience, organizationId }
}
