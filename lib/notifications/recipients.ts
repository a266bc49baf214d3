/*
 * Whom to notify. from-events.ts and from-days.ts use these queries, and see to it that everyone is notified only once of
 * an event or a date, and nobody of what they did themselves.
 */

/**
 * SQL: who acts on each of the assignments in `chosen`, a query of their IDs: the owner, without one the main focal
 * points of the organization, and without those the alternates. `first` marks those who are told of what concerns one
 * person; the others are told too of what cannot wait.
 */
export const actingOn = (chosen: string) => `
  select x.assignment_id, x.user_id, x.place = min(x.place) over (partition by x.assignment_id) as first
  from (
    select a.id as assignment_id, a.acting_owner_id as user_id, 0 as place
    from assignments a where a.id in (${chosen}) and a.acting_owner_id is not null
    union all
    select a.id, m.user_id, case m.kind when 'main' then 1 else 2 end
    from assignments a
    join memberships m on m.organization_id = a.organization_id
    join users u on u.id = m.user_id
    where a.id in (${chosen}) and u.disabled_at is null and u.role <> 'viewer'
      and m.user_id is distinct from a.acting_owner_id) x`

/** SQL: the people who decide on dates and closure: the coordinators, and where there is none the administrators. */
export const coordinators = `
  select u.id from users u
  where u.disabled_at is null and u.role = case
    when exists (select from users where role = 'coordinator' and disabled_at is null) then 'coordinator'::role
    else 'administrator' end`

const reviewing = `'{reviewer, coordinator, administrator}'::role[]`

/** SQL: whether the user `u` has an account and a role that reviews reports. */
export const reviews = `u.disabled_at is null and u.role = any(${reviewing})`

/** SQL: the place of the user `u` among those who review: the reviewers come first. */
export const placeOfReviewer = `array_position(${reviewing}, u.role)`
