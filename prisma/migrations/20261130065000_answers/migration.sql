-- Positions: what organizations answer to a recommendation, and when coordinators ask again. Later answers keep earlier ones.

create table answers (
  id uuid not null,
  assignment_id uuid not null,
  -- `pending`: a coordinator asked the organization again.
  position "position" not null,
  reason_id uuid,
  -- The day on which the organization answered, such as the date of its letter.
  answered_on date,
  author_id uuid not null,
  on_behalf boolean not null default false,
  written_at timestamptz(3) not null,
  constraint answers_pkey primary key (id),
  constraint answers_reason check (position not in ('partially_accepted', 'not_accepted') or reason_id is not null),
  constraint answers_day check ((position = 'pending') = (answered_on is null)),
  constraint answers_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete restrict,
  constraint answers_reason_id_fkey foreign key (reason_id) references reasons (id) on update cascade on delete restrict,
  constraint answers_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict
);
create index answers_assignment_id_written_at_idx on answers (assignment_id, written_at);

create trigger answers_stand before update or delete on answers
  for each row execute function refuse('answers_stand: an answer is not rewritten; answer again');

-- A position changes only with its answer, in the same change.
create function refuse_unsaid_position() returns trigger language plpgsql as $$
begin
  if not exists (
    select from answers where assignment_id = new.id and written_at = current_moment() and position = new.position
      and reason_id is not distinct from new.position_reason_id) then
    raise exception 'position_unsaid: only an answer changes a position' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger assignments_position_said before update of position, position_reason_id on assignments
  for each row when ((old.position, old.position_reason_id) is distinct from (new.position, new.position_reason_id))
  execute function refuse_unsaid_position();

-- For the lists of answers and for the coordinators, who look for what is not accepted.
create index assignments_position_idx on assignments (position, recommendation_id) where position <> 'pending';
