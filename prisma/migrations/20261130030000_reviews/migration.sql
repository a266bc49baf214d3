-- Reviews: what a reviewer decided on a report that claims implementation.

create type review_decision as enum ('accept', 'accept_alternative', 'return');

create unique index progress_reports_assignment_id_id_key on progress_reports (assignment_id, id);

create table reviews (
  id uuid not null,
  assignment_id uuid not null,
  report_id uuid not null,
  decision review_decision not null,
  note_id uuid,
  author_id uuid not null,
  decided_at timestamptz(3) not null,
  constraint reviews_pkey primary key (id),
  constraint reviews_note check (decision = 'accept' or note_id is not null),
  constraint reviews_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete restrict,
  constraint reviews_assignment_id_report_id_fkey foreign key (assignment_id, report_id)
    references progress_reports (assignment_id, id) on update cascade on delete restrict,
  constraint reviews_note_id_fkey foreign key (note_id) references reasons (id) on update cascade on delete restrict,
  constraint reviews_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict
);
create index reviews_report_id_decided_at_idx on reviews (report_id, decided_at);
create index reviews_assignment_id_decided_at_idx on reviews (assignment_id, decided_at);

create trigger reviews_stand before update or delete on reviews
  for each row execute function refuse('reviews_stand: a decision is not rewritten; decide again');

-- Four eyes: nobody reviews what they reported or own, or what their own organization reported. Only the latest report can
-- be reviewed, and only one that claims implementation. A claim that was returned comes back as a new report. A claim that
-- was accepted can be returned, which reverses the decision.
create function refuse_own_review() returns trigger language plpgsql as $$
declare
  last review_decision;
begin
  if exists (select from progress_reports where assignment_id = new.assignment_id and author_id = new.author_id)
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
create trigger reviews_four_eyes before insert on reviews for each row execute function refuse_own_review();

-- Since when the claim of an assignment has waited for a review, for the queue of reviewers. Nothing, if none waits.
alter table assignments add column claimed_at timestamptz(3);

-- Only a review verifies or returns, in the same change.
create function follow_verification() returns trigger language plpgsql as $$
begin
  if new.verification in ('verified', 'verified_alternative', 'returned') and not exists (
    select from reviews r where r.assignment_id = new.id and r.decided_at = current_moment()
      and r.decision = case new.verification when 'verified' then 'accept'::review_decision
        when 'verified_alternative' then 'accept_alternative' else 'return' end) then
    raise exception 'verification_unreviewed: only a review verifies or returns' using errcode = 'check_violation';
  end if;
  new.claimed_at := case when new.verification = 'submitted' then current_moment() end;
  return new;
end $$;
create trigger assignments_follow_verification before update of verification on assignments
  for each row when (old.verification is distinct from new.verification) execute function follow_verification();

-- Of a claim that waits now, since the first of the reports that make it without a break.
update assignments a set claimed_at = coalesce((
  select min(pr.submitted_at) from progress_reports pr
  where pr.assignment_id = a.id and pr.state = 'submitted' and pr.number > coalesce((
    select max(other.number) from progress_reports other
    where other.assignment_id = a.id and other.state = 'submitted' and other.progress <> 'implemented'), 0)), a.created_at)
where a.verification = 'submitted';

alter table assignments add constraint assignments_claim_waits check ((verification = 'submitted') = (claimed_at is not null));

create function begin_claim() returns trigger language plpgsql as $$
begin
  new.claimed_at := coalesce(new.claimed_at, current_moment());
  return new;
end $$;
create trigger assignments_begin_claim before insert on assignments
  for each row when (new.verification = 'submitted') execute function begin_claim();

create index assignments_claimed_idx on assignments (claimed_at, id) where verification = 'submitted' and closure is null;

-- A claim that was returned is not done.
create or replace function status_of_assignment(closure closure, verification verification, progress progress)
returns assignment_status language sql immutable
return case
  when closure is not null then 'closed'::assignment_status
  when verification in ('verified', 'verified_alternative') then 'verified'
  when verification = 'returned' then 'in_progress'
  when progress = 'implemented' then 'implemented'
  when progress = 'partially_implemented' then 'partially_implemented'
  when progress = 'in_progress' then 'in_progress'
  else 'not_started'
end;
-- PostgreSQL stores the answer again when the row is written.
update assignments set verification = verification where verification = 'returned';
