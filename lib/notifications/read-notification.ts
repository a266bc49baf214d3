import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { moment } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'

/*
 * What somebody has read is no part of the record, so these commands append no event.
 */

const Chosen = z.strictObject({ id: ExistingId })

/** Marks one of the actor's own notifications as read. Refusals: `notification_not_found`. */
export async function readNotification(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = Chosen.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id } = parsed.data

  const own = { id, userId: actor.id }
  const { count } = await db.notification.updateMany({ where: { ...own, readAt: null }, data: { readAt: now() } })
  if (count > 0) return ok({ id })
  return (await db.notification.count({ where: own })) > 0 ? unchanged({ id }) : notFound('notification_not_found')
}

/** Marks the actor's notifications about an assignment as read, because they opened its page. */
export async function readNotificationsAbout(actor: Actor, id: string): Promise<Result<{ count: number }>> {
  const { count } = await db.notification.updateMany({
    where: { userId: actor.id, assignmentId: id, readAt: null },
    data: { readAt: now() },
  })
  return count > 0 ? ok({ count }) : unchanged({ count })
}

/**
 * Marks the actor's notifications about a recommendation itself and its annotations as read, because they opened its page.
 */
export async function readNotificationsOfRecommendation(actor: Actor, key: string): Promise<Result<{ count: number }>> {
  const { count } = await db.notification.updateMany({
    where: { userId: actor.id, recommendation: { key }, assignmentId: null, readAt: null },
    data: { readAt: now() },
  })
  return count > 0 ? ok({ count }) : unchanged({ count })
}

const Until = z.strictObject({
  until: z.string('until_unreadable').refine((until) => moment.safeParse(until).success, 'until_unreadable'),
})

/** Marks the actor's notifications up to a moment as read, so that none is marked that came after the page was shown. */
export async function readNotifications(actor: Actor, input: unknown): Promise<Result<{ count: number }>> {
  const parsed = Until.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { count } = await db.notification.updateMany({
    where: { userId: actor.id, readAt: null, at: { lte: new Date(parsed.data.until) } },
    data: { readAt: now() },
  })
  return count > 0 ? ok({ count }) : unchanged({ count })
}
