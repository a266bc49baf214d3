-- Due dates: nobody moves one without a reason, and organizations can request more time.

create type date_change_kind as enum ('requested', 'moved', 'corrected');
create type date_decision as enum ('granted', 'refused', 'withdrawn');

create table date_changes (
  id uuid not null,
  assignment_id uuid not null,
  kind date_change_kind not null,
  -- The due date before, and the one that was asked for. Null: no date.
  before date,
  asked date,
  reason_id uuid not null,
  author_id uuid not null,
  on_behalf boolean not null default false,
  asked_at timestamptz(3) not null,
  decision date_decision,
  granted date,
  note_id uuid,
  decided_by_id uuid,
  decided_at timestamptz(3),
  constraint date_changes_pkey primary key (id),
  constraint date_changes_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete cascade,
  constraint date_changes_reason_id_fkey foreign key (reason_id) references reasons (id) on update cascade on delete restrict,
  constraint date_changes_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict,
  constraint date_changes_note_id_fkey foreign key (note_id) references reasons (id) on update cascade on delete restrict,
  constraint date_changes_decided_by_id_fkey foreign key (decided_by_id) references users (id) on update cascade on delete restrict,
  constraint date_changes_decided check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by_id is null)),
  constraint date_changes_granted check (granted is null or decision is not distinct from 'granted'),
  constraint date_changes_note check (
    decision is null or decision = 'withdrawn' or (decision = 'granted' and granted is not distinct from asked) or note_id is not null),
  constraint date_changes_request check (kind <> 'requested' or asked is not null),
  constraint date_changes_at_once check (kind = 'requested' or (decision is not distinct from 'granted' and decided_at = asked_at))
);
create unique index date_changes_one_waiting_idx on date_changes (assignment_id) where decision is null;
create index date_changes_waiting_idx on date_changes (asked_at, id) where decision is null;
create index date_changes_assignment_id_asked_at_idx on date_changes (assignment_id, asked_at);

-- A request is decided once. It only goes with its assignment, which can be removed as long as nobody has worked on it.
create function refuse_redecided() returns trigger language plpgsql as $$
declare
  decided text[] := array['decision', 'granted', 'note_id', 'decided_by_id', 'decided_at'];
begin
  if tg_op = 'DELETE' then
    if not exists (select from assignments where id = old.assignment_id) then return old; end if;
  elsif old.decision is null and to_jsonb(new) - decided = to_jsonb(old) - decided then
    return new;
  end if;
  raise exception 'date_changes_stand: a request is decided once and stays' using errcode = 'check_violation';
end $$;
create trigger date_changes_stand before update or delete on date_changes for each row execute function refuse_redecided();

-- The first date needs no reason. Each later one has its row, written in the same change. The original date changes only
-- when it was mistyped and never moved.
create function refuse_quiet_date() returns trigger language plpgsql as $$
declare
  said date_changes;
begin
  if old.original_due_on is null then return new; end if;
  select * into said from date_changes
    where assignment_id = new.id and decision = 'granted' and decided_at = current_moment()
      and granted is not distinct from new.due_on and (kind = 'requested' or before is not distinct from old.due_on)
    order by id desc limit 1;
  if said.id is null then
    raise exception 'due_quietly: a due date is moved or corrected with a reason' using errcode = 'check_violation';
  end if;
  if new.original_due_on is distinct from old.original_due_on and not (
    said.kind = 'corrected' and old.original_due_on = old.due_on and new.original_due_on = new.due_on) then
    raise exception 'due_quietly: the original date stays' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger assignments_due_explained before update of due_on, original_due_on on assignments
  for each row when (old.due_on is distinct from new.due_on or old.original_due_on is distinct from new.original_due_on)
  execute function refuse_quiet_date();
