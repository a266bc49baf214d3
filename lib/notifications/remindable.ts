import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import type { Change } from '@/lib/history/change'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { readIn } from '@/lib/platform/db'
import { type Composed, raw, sql } from '@/lib/platform/sql'
import { writtenText } from '@/lib/platform/text'
import { actingOn } from './recipients'

/** What a person writes with a reminder. */
export const Note = writtenText('reason_missing', 2000).optional()

type Of = { note: string | undefined; cycleId?: string }

/** How many assignments were reminded of, how many were today already, and the organizations where nobody could be. */
export type RemindedAll = { done: number; already: number; unreachable: string[] }

/** Reminds of these assignments, except of those that were reminded of today and those where nobody can be notified. */
export async function remindEach(change: Change, actor: Actor, held: readonly Held[], of: Of): Promise<RemindedAll> {
  const left = held.filter(({ reminded }) => !reminded)
  const reached = left.filter(({ to }) => to.length > 0)
  const unreachable = left.filter(({ to }) => to.length === 0).map(({ organization }) => organization)
  if (reached.length > 0) await recordReminders(change, actor, reached, of)
  return { done: reached.length, already: held.length - left.length, unreachable: [...new Set(unreachable)] }
}

export type Held = {
  id: string
  recommendationId: string
  organization: string
  reminded: boolean
  to: { id: string; name: string }[]
}

/**
 * Locks the assignments under a condition that are not done, and returns for each whether it was reminded of today and
 * who else is notified. Organizations that do not accept a recommendation are not reminded of it. `unfinished` is an SQL
 * condition.
 */
export async function remindable(
  { tx, now }: Change,
  actor: Actor,
  condition: Composed,
  unfinished = pending,
): Promise<Held[]> {
  const open = await readIn<{ id: string }>(
    tx,
    'remind-open',
    sql`
    select a.id from assignments a join recommendations r on r.id = a.recommendation_id
    where ${condition} and ${raw(unfinished)} and a.position <> 'not_accepted' and r.closure is null
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

/** Records that these assignments were reminded of, because of a reporting cycle if one is given. */
export async function recordReminders(change: Change, actor: Actor, held: readonly Held[], of: Of) {
  const note = await keepReasonIfGiven(change, actor, of.note)
  const why = { ...(note && { note }), ...(of.cycleId && { cycleId: of.cycleId }) }
  for (const { id, recommendationId, to } of held) {
    const body = { before: null, after: { to: to.map(({ id }) => id), ...why } }
    change.record({ kind: 'assignment.reminded', subjectId: id, recommendationId, body })
  }
}
