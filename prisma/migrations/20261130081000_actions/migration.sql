-- Plans: the steps by which an organization wants to implement a recommendation.

create type action_state as enum ('planned', 'under_way', 'done', 'dropped');

create table actions (
  id uuid not null,
  assignment_id uuid not null,
  -- The place in the plan, counted from 1.
  position integer not null,
  title_id uuid not null,
  -- Who takes the step, in words: a unit, a person, a partner.
  responsible_id uuid,
  starts_on date,
  due_on date,
  -- The first due date. It never changes.
  original_due_on date,
  state action_state not null default 'planned',
  done_on date,
  created_at timestamptz(3) not null,
  version integer not null default 1,
  constraint actions_pkey primary key (id),
  constraint actions_days check (starts_on <= due_on),
  constraint actions_original_due check (due_on is null or original_due_on is not null),
  constraint actions_done check ((state = 'done') = (done_on is not null)),
  constraint actions_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete restrict,
  constraint actions_title_id_fkey foreign key (title_id) references reasons (id) on update cascade on delete restrict,
  constraint actions_responsible_id_fkey foreign key (responsible_id) references reasons (id) on update cascade on delete restrict
);
create index actions_assignment_id_position_idx on actions (assignment_id, position);

create table action_versions (
  id uuid not null,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3) not null,
  change uuid not null,
  assignment_id uuid not null,
  position integer not null,
  title_id uuid not null,
  responsible_id uuid,
  starts_on date,
  due_on date,
  original_due_on date,
  state action_state not null,
  done_on date,
  version integer not null,
  constraint action_versions_pkey primary key (id, valid_from)
);
create index action_versions_assignment_id_valid_from_valid_to_idx on action_versions (assignment_id, valid_from, valid_to);

create trigger actions_keep_version after insert on actions
  for each row execute function keep_version('action_versions');
create trigger actions_keep_version_of_change after update on actions
  for each row when (old.* is distinct from new.*) execute function keep_version('action_versions');

-- A step that is not taken any more is dropped, not deleted.
create trigger actions_stay before delete on actions
  for each row execute function refuse('actions_stay: a step is dropped, not deleted');
create trigger actions_original_due before update of original_due_on on actions
  for each row when (old.original_due_on is not null and old.original_due_on is distinct from new.original_due_on)
  execute function refuse('due_quietly: the original date stays');
