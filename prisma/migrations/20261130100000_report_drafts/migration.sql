-- Drafts of reports: what people have typed and not submitted. They are not part of the record, and stand in a table of
-- their own, so that no query of reports can show one.

create table report_drafts (
  -- The ID of the report that it becomes.
  id uuid not null,
  assignment_id uuid not null,
  -- An assignment has one draft of its organization, and one of those who report on its behalf.
  on_behalf boolean not null,
  progress progress,
  narrative text not null,
  as_of date,
  evidence uuid[] not null default '{}',
  -- Everyone who wrote it, in the order in which they did.
  writers uuid[] not null,
  saved_by_id uuid not null,
  saved_at timestamptz(3) not null,
  -- The form that saved it last, and the number of that save, so that a late one is recognized.
  saved_from uuid,
  save_number integer,
  version integer not null default 1,
  constraint report_drafts_pkey primary key (id),
  constraint report_drafts_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete restrict,
  constraint report_drafts_saved_by_id_fkey foreign key (saved_by_id) references users (id) on update cascade on delete restrict
);
create unique index report_drafts_assignment_id_on_behalf_key on report_drafts (assignment_id, on_behalf);

-- The people who wrote the draft of a report and did not submit it themselves.
alter table progress_reports add column drafted_by uuid[] not null default '{}';

-- Those who drafted a report do not review it either.
create or replace function refuse_own_review() returns trigger language plpgsql as $$
declare
  last review_decision;
begin
  if exists (select from progress_reports where assignment_id = new.assignment_id
             and (author_id = new.author_id or new.author_id = any(drafted_by)))
     or exists (select from assignments a where a.id = new.assignment_id and a.owner_id = new.author_id)
     or exists (select from assignments a join memberships m on m.organization_id = a.organization_id
                where a.id = new.assignment_id and m.user_id = new.author_id) then
    raise exception 'review_own: nobody reviews what they or their own organization reported' using errcode = 'check_violation';
  end if;
  if (select (id, progress) from progress_reports
      where assignment_id = new.assignment_id and state = 'submitted' order by number desc limit 1)
     is distinct from (new.report_id, 'implemented'::progress) then
    raise exception 'review_superseded: only the latest report can be reviewed, and only one that claims implementation'
      using errcode = 'check_violation';
  end if;
  select decision into last from reviews where report_id = new.report_id order by decided_at desc, id desc limit 1;
  if last = 'return' or (last is not null and new.decision <> 'return') then
    raise exception 'review_decided: this report was reviewed already' using errcode = 'check_violation';
  end if;
  return new;
end $$;
