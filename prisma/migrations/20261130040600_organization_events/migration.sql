-- Which events the history of an organization tells: a page of it reads one index, whatever the number of its assignments.

-- CreateTable
CREATE TABLE "organization_events" (
    "organization_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "organization_events_pkey" PRIMARY KEY ("organization_id","seq")
);

-- What happened to an organization, and to an assignment while it was that organization's. Where the assignment is removed,
-- its event alone names the organization.
create function keep_organization_events() returns trigger language plpgsql as $$
begin
  insert into organization_events (organization_id, seq)
  select organization, seq from (
    select seq, case subject_type
      when 'organization' then subject_id
      when 'assignment' then coalesce(
        (select organization_id from assignments where id = subject_id),
        (body::json -> 'before' ->> 'organizationId')::uuid)
      end as organization
    from after) told
  where organization is not null
  order by organization, seq;
  return null;
end $$;

create trigger events_keep_organizations after insert on events
  referencing new table as after for each statement execute function keep_organization_events();

insert into organization_events (organization_id, seq)
select coalesce(a.organization_id, gone.organization_id, case e.subject_type when 'organization' then e.subject_id end), e.seq
from events e
left join assignments a on e.subject_type = 'assignment' and a.id = e.subject_id
left join (
  select subject_id, organization_before(body) as organization_id from events where kind = 'assignment.removed') gone
  on e.subject_type = 'assignment' and gone.subject_id = e.subject_id
where coalesce(a.organization_id, gone.organization_id, case e.subject_type when 'organization' then e.subject_id end) is not null;

analyze organization_events;

-- The history asked them for the assignments that are gone.
drop index events_removed_assignments_idx;
drop function organization_before(text);
