-- Owners who can act: whose account is open, and who belongs to the organization or keeps the record.

-- Whether somebody can own what an organization owes.
create function can_own(person uuid, organization uuid) returns boolean language sql stable
return exists (
  select from users u
  where u.id = person and u.disabled_at is null
    and (u.role in ('coordinator', 'administrator')
      or exists (select from memberships m where m.user_id = person and m.organization_id = organization)));

-- The owner, where they can act; null where nobody can. Triggers keep it: lists and counts read it by an index.
ALTER TABLE "assignments" ADD COLUMN     "acting_owner_id" UUID;

-- CreateIndex
CREATE INDEX "assignments_acting_owner_id_status_recommendation_id_idx" ON "assignments"("acting_owner_id", "status", "recommendation_id");

-- It says nothing new of an assignment itself: neither a version of it nor a change of its recommendation.
drop trigger assignments_keep_version_of_change on assignments;
create trigger assignments_keep_version_of_change after update on assignments
  for each row when (
    (old.recommendation_id, old.organization_id, old.via_group_id, old.role, old.owner_id, old.due_on, old.original_due_on,
     old.position, old.progress, old.verification, old.closure, old.version)
    is distinct from
    (new.recommendation_id, new.organization_id, new.via_group_id, new.role, new.owner_id, new.due_on, new.original_due_on,
     new.position, new.progress, new.verification, new.closure, new.version))
  execute function keep_version('assignment_versions');

create or replace function count_assignments() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct recommendation_id from after);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct recommendation_id from before);
  else
    touched := array(
      select distinct unnest(array[b.recommendation_id, a.recommendation_id])
      from before b join after a using (id)
      where (b.recommendation_id, b.organization_id, b.via_group_id, b.role, b.owner_id, b.due_on, b.original_due_on,
             b.position, b.position_reason_id, b.progress, b.verification, b.closure, b.closure_reason_id, b.version)
            is distinct from
            (a.recommendation_id, a.organization_id, a.via_group_id, a.role, a.owner_id, a.due_on, a.original_due_on,
             a.position, a.position_reason_id, a.progress, a.verification, a.closure, a.closure_reason_id, a.version));
  end if;

  -- Two reports at once must not both miss each other: the second waits here, and its count, a new statement, sees both.
  perform from recommendations where id = any(touched) order by id for no key update;

  update recommendations r
  set open_count = c.open, begun_count = c.begun, implemented_count = c.implemented,
      verified_count = c.verified, closed_count = c.closed, next_due_on = c.next_due_on,
      changed_at = greatest(r.changed_at, current_moment())
  from unnest(touched) t(id), lateral (
    select count(*) filter (where status <> 'closed') as open,
           count(*) filter (where status not in ('closed', 'not_started')) as begun,
           count(*) filter (where status in ('implemented', 'verified')) as implemented,
           count(*) filter (where status = 'verified') as verified,
           count(*) filter (where status = 'closed') as closed,
           min(due_on) filter (where status in ('not_started', 'in_progress', 'partially_implemented')) as next_due_on
    from assignments where recommendation_id = t.id) c
  where r.id = t.id;
  return null;
end $$;

update assignments a set acting_owner_id = owner_id where can_own(a.owner_id, a.organization_id);

-- A change of the person's account or organizations at the same moment is waited for, and then seen.
create function set_acting_owner() returns trigger language plpgsql as $$
begin
  perform from users where id = new.owner_id for share;
  new.acting_owner_id := case when can_own(new.owner_id, new.organization_id) then new.owner_id end;
  return new;
end $$;

create trigger assignments_acting_owner before insert or update of owner_id, organization_id on assignments
  for each row execute function set_acting_owner();

create function update_acting_owner() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  person uuid := coalesce(changed ->> 'user_id', changed ->> 'id');
begin
  perform from users where id = person for no key update;
  update assignments a
  set acting_owner_id = case when can_own(a.owner_id, a.organization_id) then a.owner_id end
  where a.owner_id = person
    and a.acting_owner_id is distinct from case when can_own(a.owner_id, a.organization_id) then a.owner_id end;
  return null;
end $$;

create trigger users_acting_owner after update of role, disabled_at on users
  for each row when ((old.role, old.disabled_at) is distinct from (new.role, new.disabled_at))
  execute function update_acting_owner();
create trigger memberships_acting_owner after insert or delete on memberships
  for each row execute function update_acting_owner();
