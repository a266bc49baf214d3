-- Reporting cycles: for a period, the organizations are asked for a report, or for their position, on their open assignments.

create type cycle_asks as enum ('report', 'position');
create type cycle_state as enum ('planned', 'open', 'closed', 'cancelled');
create type cycle_answer as enum ('answered', 'late', 'not_answered', 'closed');

create table cycles (
  id uuid not null,
  name text not null,
  asks cycle_asks not null,
  state cycle_state not null default 'planned',
  opens_on date not null,
  closes_on date not null,
  -- Null: all documents.
  document_id uuid,
  created_at timestamptz(3) not null,
  opened_at timestamptz(3),
  -- The beginning of its opening day. What is reported from then on answers it.
  counts_from timestamptz(3),
  closed_at timestamptz(3),
  version integer not null default 1,
  constraint cycles_pkey primary key (id),
  constraint cycles_days check (opens_on <= closes_on),
  constraint cycles_moments check (
    (state in ('open', 'closed')) = (opened_at is not null) and (opened_at is null) = (counts_from is null)
    and (state = 'closed') = (closed_at is not null)),
  constraint cycles_document_id_fkey foreign key (document_id) references documents (id) on update cascade on delete restrict
);
create index cycles_opens_on_id_idx on cycles (opens_on desc, id desc);
create index cycles_document_id_idx on cycles (document_id);
create index cycles_planned_idx on cycles (opens_on) where state = 'planned';
create index cycles_open_idx on cycles (closes_on, id) where state = 'open';

-- The organizations and groups that a cycle asks. Without any, it asks all organizations.
create table cycle_organizations (
  cycle_id uuid not null,
  organization_id uuid not null,
  constraint cycle_organizations_pkey primary key (cycle_id, organization_id),
  constraint cycle_organizations_cycle_id_fkey foreign key (cycle_id) references cycles (id) on update cascade on delete restrict,
  constraint cycle_organizations_organization_id_fkey foreign key (organization_id) references organizations (id) on update cascade on delete restrict
);
create index cycle_organizations_organization_id_idx on cycle_organizations (organization_id);
create table cycle_groups (
  cycle_id uuid not null,
  group_id uuid not null,
  constraint cycle_groups_pkey primary key (cycle_id, group_id),
  constraint cycle_groups_cycle_id_fkey foreign key (cycle_id) references cycles (id) on update cascade on delete restrict,
  constraint cycle_groups_group_id_fkey foreign key (group_id) references groups (id) on update cascade on delete restrict
);
create index cycle_groups_group_id_idx on cycle_groups (group_id);

-- The assignments that a cycle asks for, fixed when it opens.
create table cycle_assignments (
  cycle_id uuid not null,
  assignment_id uuid not null,
  constraint cycle_assignments_pkey primary key (cycle_id, assignment_id),
  constraint cycle_assignments_cycle_id_fkey foreign key (cycle_id) references cycles (id) on update cascade on delete restrict,
  constraint cycle_assignments_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete cascade
);
create index cycle_assignments_assignment_id_idx on cycle_assignments (assignment_id);

-- What a closed cycle shows for ever. It refers to no assignment, because that may be removed. The owner is not copied by
-- name: the name at the moment of closing is in name_versions, from where the law may have it erased.
create table cycle_results (
  cycle_id uuid not null,
  assignment_id uuid not null,
  document_id uuid not null,
  key text not null,
  title text not null,
  -- The place of the recommendation in its document.
  ordinal integer not null,
  organization_id uuid not null,
  organization_name text not null,
  answer cycle_answer not null,
  answered_at timestamptz(3),
  status assignment_status not null,
  progress progress not null,
  verification verification not null,
  "position" "position" not null,
  closure closure,
  due_on date,
  owner_id uuid,
  constraint cycle_results_pkey primary key (cycle_id, assignment_id),
  constraint cycle_results_cycle_id_fkey foreign key (cycle_id) references cycles (id) on update cascade on delete restrict,
  constraint cycle_results_document_id_fkey foreign key (document_id) references documents (id) on update cascade on delete restrict,
  constraint cycle_results_organization_id_fkey foreign key (organization_id) references organizations (id) on update cascade on delete restrict,
  constraint cycle_results_owner_id_fkey foreign key (owner_id) references users (id) on update cascade on delete restrict
);
create index cycle_results_document_id_idx on cycle_results (document_id);
create index cycle_results_organization_id_idx on cycle_results (organization_id);
create index cycle_results_owner_id_idx on cycle_results (owner_id);

create trigger cycle_results_stand before update or delete on cycle_results
  for each row execute function refuse('cycle_results_stand: a closed cycle never changes');
create trigger cycle_results_stand_all before truncate on cycle_results
  for each statement execute function refuse('cycle_results_stand: a closed cycle never changes');

create function refuse_later_results() returns trigger language plpgsql as $$
begin
  if exists (select from added join cycles on cycles.id = added.cycle_id where cycles.state <> 'open') then
    raise exception 'cycle_results_stand: a closed cycle never changes' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger cycle_results_while_open after insert on cycle_results referencing new table as added
  for each statement execute function refuse_later_results();

-- While a cycle is open, only its closing day can move, and only to a later one. After that, nothing of it changes.
create function refuse_changed_cycle() returns trigger language plpgsql as $$
declare
  changing text[] := array['closes_on', 'state', 'closed_at', 'version'];
begin
  if tg_op = 'UPDATE' and old.state = 'planned' then return new; end if;
  if tg_op = 'UPDATE' and old.state = 'open' and new.state in ('open', 'closed') and new.closes_on >= old.closes_on
    and to_jsonb(new) - changing = to_jsonb(old) - changing then return new; end if;
  raise exception 'cycles_stand: a cycle that has opened is only extended or closed' using errcode = 'check_violation';
end $$;
create trigger cycles_stand before update or delete on cycles for each row execute function refuse_changed_cycle();

-- What people are told of cycles, and of which.
alter type notification_kind add value 'cycle_opened' before 'due';
alter type notification_kind add value 'cycle_closing' before 'due';
alter type notification_kind add value 'cycle_closed' before 'due';
alter type notification_kind add value 'cycle_reminded' before 'due';
alter table notifications add column cycle_id uuid,
  add constraint notifications_cycle_id_fkey foreign key (cycle_id) references cycles (id) on update cascade on delete cascade;
create index notifications_cycle_id_idx on notifications (cycle_id);
