import 'server-only'
import { z } from 'zod'
import { mayAssign } from '@/lib/assignments/policy'
import { type Assignment, assignmentThere, findAssignment } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import type { Reminder } from '@/lib/domain/last-reminder'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { type Change, change } from '@/lib/history/change'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { readIn } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { type Composed, raw, sql } from '@/lib/platform/sql'
import { KnownName, writtenText } from '@/lib/platform/text'
import { actingOn } from './recipients'

const note = writtenText('reason_missing', 2000).optional()
const Remind = z.strictObject({ assignmentId: ExistingId, note })
const RemindAll = z.strictObject({ key: KnownName, note })

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

    await record(change, actor, [held], note)
    return ok({ ...(await current()), lastReminder: { at: change.now.toISOString(), to: held.to } })
  })
}

/** How many assignments were reminded of, how many were today already, and the organizations where nobody could be. */
export type RemindedAll = { done: number; already: number; unreachable: string[] }

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
    const left = held.filter(({ reminded }) => !reminded)
    const reached = left.filter(({ to }) => to.length > 0)
    const unreachable = left.filter(({ to }) => to.length === 0).map(({ organization }) => organization)
    const answer = { done: reached.length, already: held.length - left.length, unreachable }
    if (reached.length === 0) return unchanged(answer)

    await record(change, actor, reached, note)
    return ok(answer)
  })
}

type Held = {
  id: string
  recommendationId: string
  organization: string
  reminded: boolean
  to: { id: string; name: string }[]
}

/**
 * Locks the assignments under a condition that are not done, and returns for each whether it was reminded of today and
 * who else is notified. Organizations that do not accept a recommendation are not reminded of it.
 */
async function remindable({ tx, now }: Change, actor: Actor, condition: Composed): Promise<Held[]> {
  const open = await readIn<{ id: string }>(
    tx,
    'remind-open',
    sql`
    select a.id from assignments a join recommendations r on r.id = a.recommendation_id
    where ${condition} and ${raw(pending)} and a.position <> 'not_accepted' and r.closure is null
      and r.document_id not in ${raw(archivedDocuments)}
    order by a.id for update of a`,
  )
  return readIn<Held>(
    tx,
    'remind-held',
    sql`
    with chosen as materialized (select unnest(${open.map(({ id }) => id)}::uuid[]) as id),
    reached as materialized (
      select t.assignment_id, json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id) as people
      from (${raw(actingOn('select id from chosen'))}) t join users u on u.id = t.user_id
      where t.first and t.user_id <> ${actor.id}::uuid
      group by 1)
    select a.id, a.recommendation_id as "recommendationId", o.name as organization,
      exists (
        select from events e
        where e.subject_type = 'assignment' and e.subject_id = a.id and e.kind = 'assignment.reminded'
          and (e.at at time zone ${config.TIME_ZONE})::date = ${dayOf(now)}::date) as reminded,
      coalesce(reached.people, '[]') as "to"
    from chosen join assignments a on a.id = chosen.id join organizations o on o.id = a.organization_id
    left join reached on reached.assignment_id = a.id
    order by o.name, a.id`,
  )
}

async function record(change: Change, actor: Actor, held: Held[], text: string | undefined) {
  const note = await keepReasonIfGiven(change, actor, text)
  for (const { id, recommendationId, to } of held) {
    const body = { before: null, after: { to: to.map(({ id }) => id), ...(note && { note }) } }
    change.record({ kind: 'assignment.reminded', subjectId: id, recommendationId, body })
  }
}
