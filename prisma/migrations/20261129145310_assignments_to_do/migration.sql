-- What is still to be done first, by due date, of those that came by no group: in this order the list shows assignments.
create index assignments_to_do_idx on assignments
  ((status > 'partially_implemented'::assignment_status), (coalesce(due_on, 'infinity'::date)), id)
  where via_group_id is null;

-- How far the members of each group have come, counted by an index alone.
CREATE INDEX "assignments_via_group_id_status_due_on_recommendation_id_idx"
  ON "assignments"("via_group_id", "status", "due_on", "recommendation_id");
