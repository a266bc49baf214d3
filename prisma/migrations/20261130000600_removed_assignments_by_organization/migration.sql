-- The organization whose assignment an event removed: the assignment itself is gone, and only its event names it.
create function organization_before(body text) returns uuid language sql immutable parallel safe
  return (body::json -> 'before' ->> 'organizationId')::uuid;

create index events_removed_assignments_idx on events (organization_before(body)) where kind = 'assignment.removed';
