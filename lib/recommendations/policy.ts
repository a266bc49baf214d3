import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { showsPresent } from '@/lib/platform/shown-day'
import type { Prisma } from '@/prisma/generated/client'

/** The recommendations that an actor may see: those of documents that they may see. */
export const visibleTo = (actor: Actor): Prisma.RecommendationWhereInput => ({ document: visibleDocuments(actor) })

/** Returns whether an actor may edit titles, kinds, themes and addressees. Nobody may edit the quote. */
export const mayEdit = (actor: Actor) => showsPresent() && keepsTheRecord(actor)

/** Returns whether an actor may close and reopen a recommendation. */
export const mayClose = (actor: Actor) => mayEdit(actor)

/** Returns whether an actor may remove a recommendation that was added by mistake. */
export const mayRemove = (actor: Actor) => mayEdit(actor)
