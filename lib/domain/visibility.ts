import type { Prisma } from '@/prisma/generated/client'
import { type Actor, keepsTheRecord } from './actor'

/*
 * Who may see a document, and all that stands in it: everybody signed in; one that is archived, only those who keep the
 * record and can bring it back.
 */

/** The documents that an actor may see. */
export const visibleDocuments = (actor: Actor): Prisma.DocumentWhereInput =>
  keepsTheRecord(actor) ? {} : { archivedAt: null }

/** SQL: whether an actor may see the document `d`; `all` is the place of whether they keep the record. */
export const documentVisible = (all: string) => `(d.archived_at is null or ${all})`

/** SQL: the documents that are archived, which are few. */
export const archivedDocuments = '(select id from documents where archived_at is not null)'
