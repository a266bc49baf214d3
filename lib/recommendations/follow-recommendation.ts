import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { conflict, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { KnownName } from '@/lib/platform/text'
import { findRecommendation } from './find'

/*
 * What somebody follows decides only what they are notified of, and concerns nobody else. It is no part of the record, so
 * these commands append no event, and nobody can read what others follow.
 */

const Chosen = z.strictObject({ key: KnownName })

export type Followed = { key: string; followed: boolean }

/** About the largest number of recommendations that a person can follow. */
const mostFollowed = 500

/**
 * Lets the actor be notified of what happens to a recommendation. Refusals: `recommendation_not_found`,
 * `follows_too_many`.
 */
export async function followRecommendation(actor: Actor, input: unknown): Promise<Result<Followed>> {
  const found = await chosen(actor, input)
  if (!found.ok) return found
  const { key, id: recommendationId } = found.value
  if ((await db.follow.count({ where: { userId: actor.id } })) >= mostFollowed && !(await follows(actor, key))) {
    return conflict('follows_too_many', null, { most: mostFollowed })
  }
  const data = [{ userId: actor.id, recommendationId, since: now() }]
  const { count } = await db.follow.createMany({ data, skipDuplicates: true })
  return count > 0 ? ok({ key, followed: true }) : unchanged({ key, followed: true })
}

/** Ends what `followRecommendation` begins. Refusals: `recommendation_not_found`. */
export async function unfollowRecommendation(actor: Actor, input: unknown): Promise<Result<Followed>> {
  const found = await chosen(actor, input)
  if (!found.ok) return found
  const { key, id: recommendationId } = found.value
  const { count } = await db.follow.deleteMany({ where: { userId: actor.id, recommendationId } })
  return count > 0 ? ok({ key, followed: false }) : unchanged({ key, followed: false })
}

async function chosen(actor: Actor, input: unknown): Promise<Result<{ id: string; key: string }>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const found = await findRecommendation(actor, parsed.data.key)
  return found ? ok({ id: found.id, key: parsed.data.key }) : notFound('recommendation_not_found')
}

/** Returns whether the actor follows a recommendation. */
export async function follows(actor: Actor, key: string): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'follows',
    text: 'select from follows where user_id = $1 and recommendation_id = (select id from recommendations where key = $2)',
    values: [actor.id, key],
  })
  return rowCount === 1
}

/** Returns the IDs of the recommendations that the actor follows. */
export async function followedBy(actor: Actor): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'followed',
    text: 'select recommendation_id as id from follows where user_id = $1 order by 1',
    values: [actor.id],
  })
  return rows.map(({ id }) => id)
}
