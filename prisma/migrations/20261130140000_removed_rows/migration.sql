-- A past day shows what a recommendation or an assignment had until it was removed: its addressees, the changes of its due
-- date, and which cycles asked for it.

-- CreateTable
CREATE TABLE "removed_rows" (
    "id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "of_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "removed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "removed_rows_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "removed_rows_of_id_idx" ON "removed_rows"("of_id");

-- The argument is the column with the recommendation or the assignment. Rows that go while it stays were only edited.
create function keep_removed_rows() returns trigger language plpgsql as $$
begin
  insert into removed_rows (id, table_name, of_id, content, removed_at)
  select gen_random_uuid(), tg_table_name, g.of_id, g.content, current_moment()
  from (select (to_jsonb(b) ->> tg_argv[0])::uuid as of_id, to_jsonb(b) as content from before b) g
  where not exists (select from recommendations r where r.id = g.of_id)
    and not exists (select from assignments a where a.id = g.of_id);
  return null;
end $$;
create trigger addressees_keep_removed after delete on addressees
  referencing old table as before for each statement execute function keep_removed_rows('recommendation_id');
create trigger date_changes_keep_removed after delete on date_changes
  referencing old table as before for each statement execute function keep_removed_rows('assignment_id');
create trigger cycle_assignments_keep_removed after delete on cycle_assignments
  referencing old table as before for each statement execute function keep_removed_rows('assignment_id');

create trigger removed_rows_stay before update or delete on removed_rows
  for each row execute function refuse('removed_rows_stay: what was removed stays as it was');

create view as_of.removed_rows as
select id, table_name, of_id, content, removed_at
from public.removed_rows where removed_at > (select current_setting('app.as_of')::timestamptz);

-- Addressees are as they are today, or as they were when the recommendation was removed.
create view as_of.addressees as
select id, recommendation_id, position, words, organization_id, group_id from public.addressees
union all
select x.id, r.of_id, x.position, x.words, x.organization_id, x.group_id
from as_of.removed_rows r cross join lateral jsonb_populate_record(null::public.addressees, r.content) x
where r.table_name = 'addressees';

create view as_of.cycle_assignments as
select cycle_id, assignment_id from public.cycle_assignments
union all
select (content ->> 'cycle_id')::uuid, of_id from as_of.removed_rows where table_name = 'cycle_assignments';

create or replace view as_of.date_changes as
select id, assignment_id, kind, before, asked, reason_id, author_id, on_behalf, asked_at,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then decision end as decision,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then granted end as granted,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then note_id end as note_id,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then decided_by_id end as decided_by_id,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then decided_at end as decided_at
from public.date_changes where asked_at <= (select current_setting('app.as_of')::timestamptz)
union all
-- An assignment with a request cannot be removed, so all of these were decided at once.
select x.id, r.of_id, x.kind, x.before, x.asked, x.reason_id, x.author_id, x.on_behalf, x.asked_at, x.decision, x.granted,
  x.note_id, x.decided_by_id, x.decided_at
from as_of.removed_rows r cross join lateral jsonb_populate_record(null::public.date_changes, r.content) x
where r.table_name = 'date_changes' and x.asked_at <= (select current_setting('app.as_of')::timestamptz);

-- The closing day of a cycle is the one from which the next change moved it.
create or replace view as_of.cycles as
select id, name, asks,
  case
    when closed_at <= (select current_setting('app.as_of')::timestamptz) then 'closed'
    when opened_at <= (select current_setting('app.as_of')::timestamptz) then 'open'
    when state = 'cancelled' then 'cancelled'
    else 'planned'
  end::cycle_state as state,
  opens_on,
  coalesce((
    select (e.body::jsonb #>> '{before,closesOn}')::date from public.events e
    where e.subject_type = 'cycle' and e.subject_id = c.id and e.kind in ('cycle.edited', 'cycle.extended')
      and e.at > (select current_setting('app.as_of')::timestamptz) and e.body::jsonb #> '{before,closesOn}' is not null
    order by e.seq limit 1), closes_on) as closes_on,
  document_id, created_at,
  case when opened_at <= (select current_setting('app.as_of')::timestamptz) then opened_at end as opened_at,
  case when opened_at <= (select current_setting('app.as_of')::timestamptz) then counts_from end as counts_from,
  case when closed_at <= (select current_setting('app.as_of')::timestamptz) then closed_at end as closed_at,
  version
from public.cycles c where created_at <= (select current_setting('app.as_of')::timestamptz);
