-- What people are told. A row is made once for each person and key, from an event or from a day.

create type notification_kind as enum (
  'assigned', 'made_owner', 'claim_waits', 'returned', 'verified', 'reversed', 'date_requested', 'date_granted',
  'date_refused', 'date_moved', 'not_accepted', 'asked_again', 'owner_left', 'due', 'overdue', 'silent'
);

create table notifications (
  id uuid not null,
  user_id uuid not null,
  kind notification_kind not null,
  -- What makes it one: the number of its event, or the kind, the assignment and its due date.
  key text not null,
  -- The number of the event that made it. No foreign key: nothing else may have a say in what happens to events.
  event_seq bigint,
  assignment_id uuid,
  recommendation_id uuid,
  at timestamptz(3) not null,
  read_at timestamptz(3),
  constraint notifications_pkey primary key (id),
  constraint notifications_user_id_fkey foreign key (user_id) references users (id) on update cascade on delete cascade,
  constraint notifications_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete cascade,
  constraint notifications_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade
);
create unique index notifications_user_id_key_key on notifications (user_id, key);
create index notifications_user_id_at_id_idx on notifications (user_id, at desc, id desc);
create index notifications_unread_idx on notifications (user_id, at desc, id desc) where read_at is null;
create index notifications_assignment_id_idx on notifications (assignment_id);
create index notifications_recommendation_id_idx on notifications (recommendation_id);

-- How far the notifications have come: the number of the last event, and the last day. One row, locked while they are made.
create table notification_progress (
  id boolean not null default true,
  seq bigint not null,
  day date,
  constraint notification_progress_pkey primary key (id),
  constraint notification_progress_single check (id)
);
-- Nobody is told of what happened before.
insert into notification_progress (seq) select coalesce(max(seq), 0) from events;
