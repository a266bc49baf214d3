import 'server-only'
import type { Actor } from '@/lib/people/actor'
import { db } from '@/lib/platform/db'
import { visibleTo } from './policy'

/** A recommendation that the actor may see, with what commands need to know of it. */
export const findRecommendation = (actor: Actor, key: string) =>
  db.recommendation.findFirst({
    where: { key, AND: visibleTo(actor) },
    select: { id: true, key: true, title: true, closure: true, paragraphId: true, version: true },
  })
