import { actingOn } from './recipients'

/**
 * SQL: who acts on the assignments for which the cycles of the new events ask. Reads no assignment if there is no such
 * event: the planner expects some, and would read all assignments first.
 */
export const askedByFresh = `
  select t.assignment_id, t.user_id, t.first
  from (${actingOn('select l.assignment_id from fresh f join cycle_assignments l on l.cycle_id = f.subject_id')}) t
  where exists (select from fresh where kind in ('cycle.opened', 'cycle.closed'))`

/** SQL: the events of reporting cycles of one kind, for all who act on the assignments for which the cycle asks. */
const eventsOf = (kind: string, notification: string) => `
  select distinct f.seq, f.at, f.actor_id, '${notification}' as kind, null::uuid, null::uuid, t.user_id, f.subject_id, null
  from fresh f
  join cycle_assignments l on l.cycle_id = f.subject_id
  join asked t on t.assignment_id = l.assignment_id and t.first
  where f.kind = '${kind}'`

/**
 * SQL: the events of reporting cycles, and the reminders of them. However many assignments a cycle reminds of, each person
 * is notified once. `named` is a query of the people whom a reminder names.
 */
export const eventsOfCycles = (named: string) => [
  `select f.seq, f.at, f.actor_id, 'cycle_reminded', null::uuid, null::uuid, t.user_id, (f.after->>'cycleId')::uuid,
     'cycle_reminded:' || f.change
   from fresh f, lateral (${named}) t
   where f.kind = 'assignment.reminded' and f.after->>'cycleId' is not null`,
  eventsOf('cycle.opened', 'cycle_opened'),
  eventsOf('cycle.closed', 'cycle_closed'),
]
