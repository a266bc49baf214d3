import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { type Annotation, annotationJoins, annotationJson } from '@/lib/domain/annotation-shape'
import { db, readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import * as recommendations from '@/lib/recommendations/policy'
import { Prisma } from '@/prisma/generated/client'
import { readableBy } from './policy'

export type { Annotation }

const row = Prisma.raw(annotationJson)
const joins = Prisma.raw(annotationJoins)

/** Returns an annotation as it is in this transaction. */
export async function annotationNow(tx: Transaction, id: string): Promise<Annotation> {
  const rows = await readIn<{ row: Annotation }>(
    tx,
    'annotation-now',
    sql`
    select ${row} as row from annotations n ${joins} where n.id = ${id}::uuid`,
  )
  const found = rows[0]?.row
  if (!found) throw new Error(`There is no annotation ${id}.`)
  return found
}

/** Returns an annotation that the actor may read, with the fields that commands need. */
export const findAnnotation = (actor: Actor, id: string) =>
  db.annotation.findFirst({
    where: { id, AND: [readableBy(actor), { recommendation: recommendations.visibleTo(actor) }] },
    select: {
      id: true,
      authorId: true,
      audience: true,
      organizationId: true,
      recommendationId: true,
      withdrawnAt: true,
      version: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { id: true, body: true } },
    },
  })
