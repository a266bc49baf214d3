import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import type { Prisma } from '@/prisma/generated/client'

/** May see: what stands in a document that they may see. */
export const visibleTo = (actor: Actor): Prisma.RecommendationWhereInput => ({ document: visibleDocuments(actor) })

/** May correct titles, kinds, themes and addressees: who keeps the record. The quote, nobody. */
export const mayEdit = (actor: Actor) => keepsTheRecord(actor)

/** May close a recommendation and reopen it: who keeps the record. */
export const mayClose = (actor: Actor) => keepsTheRecord(actor)

/** May remove a recommendation that was added by mistake. */
export const mayRemove = (actor: Actor) => keepsTheRecord(actor)
