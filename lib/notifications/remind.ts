import 'server-only'
import { z } from 'zod'
import { mayAssign } from '@/lib/assignments/policy'
import { type Assignment, assignmentThere, findAssignment } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import type { Reminder } from '@/lib/domain/last-reminder'
import { change } from '@/lib/history/change'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { KnownName } from '@/lib/platform/text'
import { Note, type RemindedAll, recordReminders, remindable, remindEach } from './remindable'

const Remind = z.strictObject({ assignmentId: ExistingId, note: Note })
const RemindAll = z.strictObject({ key: KnownName, note: Note })

type Reminded = Assignment & { lastReminder: Reminder }

/**
 * Reminds the people who act on an assignment that is not done, at most once a day. The history shows it, and they are
 * notified. Returns the assignment and whom the reminder names. Refusals: `assignment_not_found`, `assign_forbidden`, `reminder_not_possible`,
 * `reminded_today`, `reminder_reaches_nobody`.
 */
export async function remind(actor: Actor, input: unknown): Promise<Result<Reminded>> {
  const parsed = Remind.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { assignmentId, note } = parsed.data

  const found = await findAssignment(actor, assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    const [held] = await remindable(change, actor, sql`a.id = ${assignmentId}::uuid`)
    const current = () => assignmentThere(change.tx, assignmentId)
    if (!held) return conflict('reminder_not_possible', await current())
    if (held.reminded) return conflict('reminded_today', await current())
    if (held.to.length === 0)
      return conflict('reminder_reaches_nobody', await current(), { organization: held.organization })

    await recordReminders(change, actor, [held], { note })
    return ok({ ...(await current()), lastReminder: { at: change.now.toISOString(), to: held.to } })
  })
}

/**
 * Reminds the people who act on the assignments of a recommendation that are not done, each at most once a day.
 * Refusals: `recommendation_not_found`, `assign_forbidden`.
 */
export async function remindAll(actor: Actor, input: unknown): Promise<Result<RemindedAll>> {
  const parsed = RemindAll.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { key, note } = parsed.data
  if (!mayAssign(actor)) return forbidden('assign_forbidden')

  return change(actor, async (change) => {
    if ((await change.tx.recommendation.count({ where: { key } })) === 0) return notFound('recommendation_not_found')
    const held = await remindable(
      change,
      actor,
      sql`a.recommendation_id = (select id from recommendations where key = ${key})`,
    )
    const answer = await remindEach(change, actor, held, { note })
    return answer.done > 0 ? ok(answer) : unchanged(answer)
  })
}
