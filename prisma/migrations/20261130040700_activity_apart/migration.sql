-- When a recommendation last changed stands in a table of its own. Most reports change nothing else of it: its row would be
-- entered into all of its indexes again with each of them.

-- CreateTable
CREATE TABLE "recommendation_activity" (
    "recommendation_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_activity_pkey" PRIMARY KEY ("recommendation_id")
);

insert into recommendation_activity (recommendation_id, changed_at) select id, changed_at from recommendations;

-- CreateIndex
CREATE INDEX "recommendation_activity_changed_at_recommendation_id_idx" ON "recommendation_activity"("changed_at", "recommendation_id");

-- AddForeignKey
ALTER TABLE "recommendation_activity" ADD CONSTRAINT "recommendation_activity_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

analyze recommendation_activity;

-- How it is kept -----------------------------------------------------------------------------------------------------------

create function touch_recommendations(touched uuid[]) returns void language plpgsql as $$
declare
  moment constant timestamptz := current_moment();
begin
  update recommendation_activity set changed_at = moment
  where recommendation_id = any(touched) and changed_at < moment;
end $$;

-- When somebody says something about it,
create or replace function touch_recommendation() returns trigger language plpgsql as $$
begin
  perform touch_recommendations(array[new.recommendation_id]);
  return null;
end $$;

-- when somebody changes it,
create function touch_changed_recommendation() returns trigger language plpgsql as $$
begin
  perform touch_recommendations(array[new.id]);
  return null;
end $$;
create trigger recommendations_touch after update on recommendations
  for each row when (old.version is distinct from new.version) execute function touch_changed_recommendation();

create function keep_activity() returns trigger language plpgsql as $$
begin
  insert into recommendation_activity (recommendation_id, changed_at) values (new.id, new.created_at);
  return null;
end $$;
create trigger recommendations_keep_activity after insert on recommendations
  for each row execute function keep_activity();

-- and when one of its assignments changes. Its own row changes only where its counts or its due date do.
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
      select distinct recommendation_id from (
        (select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from after
        except
        select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from before)
        union all
        (select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from before
        except
        select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from after)) changed);
  end if;

  -- Two reports at once must not both miss each other: the second waits here, and its count, a new statement, sees both.
  perform from recommendations where id = any(touched) order by id for no key update;

  update recommendations r
  set open_count = c.open, begun_count = c.begun, implemented_count = c.implemented,
      verified_count = c.verified, closed_count = c.closed, next_due_on = c.next_due_on
  from unnest(touched) t(id), lateral (
    select count(*) filter (where status <> 'closed') as open,
           count(*) filter (where status not in ('closed', 'not_started')) as begun,
           count(*) filter (where status in ('implemented', 'verified')) as implemented,
           count(*) filter (where status = 'verified') as verified,
           count(*) filter (where status = 'closed') as closed,
           min(due_on) filter (where status in ('not_started', 'in_progress', 'partially_implemented')) as next_due_on
    from assignments where recommendation_id = t.id) c
  where r.id = t.id
    and (r.open_count, r.begun_count, r.implemented_count, r.verified_count, r.closed_count, r.next_due_on)
      is distinct from (c.open, c.begun, c.implemented, c.verified, c.closed, c.next_due_on);
  perform touch_recommendations(touched);
  return null;
end $$;

DROP INDEX "recommendations_changed_at_id_idx";
alter table recommendations drop column changed_at;
