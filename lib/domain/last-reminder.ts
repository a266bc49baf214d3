import { dayOf } from '@/lib/platform/clock'
import { iso } from '@/lib/platform/sql'

/** The latest reminder of an assignment, and the people who were notified. Earlier versions did not record them. */
export type Reminder = { at: string; to?: { id: string; name: string }[] }

/** SQL: the latest reminder of the assignment `a`. */
export const lastReminderJson = `(
  select json_strip_nulls(json_build_object('at', ${iso('e.at')}, 'to', (
    select json_agg(json_build_object('id', u.id, 'name', u.name) order by u.name, u.id)
    from json_array_elements_text(e.body::json #> '{after,to}') t(id) join users u on u.id = t.id::uuid)))
  from events e
  where e.subject_type = 'assignment' and e.subject_id = a.id and e.kind = 'assignment.reminded'
  order by e.seq desc limit 1)`

/** Returns whether a reminder was sent on the day. There can be one a day. */
export const wasRemindedOn = (day: string, reminder: Reminder | undefined) =>
  reminder !== undefined && dayOf(new Date(reminder.at)) === day
