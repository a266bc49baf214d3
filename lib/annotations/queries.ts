import 'server-only'
import type { Actor } from '@/lib/people/actor'
import { db, type Transaction } from '@/lib/platform/db'
import * as recommendations from '@/lib/recommendations/policy'
import type { Annotation } from '@/lib/recommendations/shapes'
import type { Prisma } from '@/prisma/generated/client'
import { readableBy } from './policy'

export type { Annotation }

const shown = {
  id: true,
  audience: true,
  organization: { select: { slug: true, name: true } },
  author: { select: { id: true, name: true } },
  parentId: true,
  start: true,
  end: true,
  createdAt: true,
  withdrawnAt: true,
  version: true,
  revisions: { orderBy: { number: 'desc' }, take: 1, select: { body: true } },
} satisfies Prisma.AnnotationSelect

/** An annotation as it stands within a transaction. */
export async function annotationNow(tx: Transaction, id: string): Promise<Annotation> {
  const row = await tx.annotation.findUniqueOrThrow({ where: { id }, select: shown })
  const { organization, parentId, start, end, createdAt, withdrawnAt, revisions, ...rest } = row
  return {
    ...rest,
    body: withdrawnAt ? '' : (revisions[0]?.body ?? ''),
    ...(organization && { organization }),
    ...(parentId && { parent: parentId }),
    ...(start !== null && end !== null && { start, end }),
    createdAt: createdAt.toISOString(),
    ...(withdrawnAt && { withdrawnAt: withdrawnAt.toISOString() }),
  }
}

/** An annotation that the actor may read, with what commands need to know of it. */
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
