import type { Prisma } from '@/prisma/generated/client'
import { type Actor, keepsTheRecord } from './actor'

/*
 * Everyone signed in may see a document and everything in it. Only those who keep the record, and so can restore it,
 * may see an archived one.
 */

/** Returns the documents that an actor may see, as a condition. */
export const visibleDocuments = (actor: Actor): Prisma.DocumentWhereInput =>
  keepsTheRecord(actor) ? {} : { archivedAt: null }

/** SQL: whether an actor may see the document `d`. `all` is the place of a boolean: whether they keep the record. */
export const documentVisible = (all: string) => `(d.archived_at is null or ${all})`

/** SQL: the IDs of archived documents. There are few of them. */
export const archivedDocuments = '(select id from documents where archived_at is not null)'
