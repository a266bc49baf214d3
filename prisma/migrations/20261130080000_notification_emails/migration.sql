-- Emails of notifications: how often each person wants them, and the queue of those that are to be sent.

create type mail_frequency as enum ('immediately', 'daily', 'weekly', 'never');
alter table users add column mail_frequency mail_frequency not null default 'daily';

-- An email with all that a person was not yet told by email. Its ID is its Message-ID.
create table notification_mails (
  id uuid not null,
  user_id uuid not null,
  made_at timestamptz(3) not null,
  attempts int not null default 0,
  -- Nobody sends it before then.
  next_attempt_at timestamptz(3) not null,
  sent_at timestamptz(3),
  -- Given up after many attempts, or because nothing of it was left to tell.
  dropped_at timestamptz(3),
  constraint notification_mails_pkey primary key (id),
  constraint notification_mails_user_id_fkey foreign key (user_id) references users (id) on update cascade on delete cascade
);
create index notification_mails_user_id_made_at_idx on notification_mails (user_id, made_at);
create index notification_mails_waiting_idx on notification_mails (next_attempt_at) where sent_at is null and dropped_at is null;

alter table notifications add column mail_id uuid,
  add constraint notifications_mail_id_fkey foreign key (mail_id) references notification_mails (id) on update cascade on delete set null;
create index notifications_mail_id_idx on notifications (mail_id);
create index notifications_unmailed_idx on notifications (at, user_id) where mail_id is null and read_at is null;
