-- Generated reports. A report waits, is made in the background, and then never changes: its content is the text from which
-- every format is made, with its hash. The first process to take it moves its next attempt into the future.
create type publication_state as enum ('queued', 'making', 'ready', 'failed');

create table publications (
  id uuid not null,
  code text not null,
  author_id uuid not null,
  state publication_state not null default 'queued',
  title text not null,
  definition jsonb not null,
  as_of date not null,
  requested_at timestamptz(3) not null,
  made_at timestamptz(3),
  seq integer,
  hash text,
  sha256 text,
  content text,
  figures jsonb,
  report_ids uuid[] not null default '{}',
  progress real not null default 0,
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  error jsonb,
  constraint publications_pkey primary key (id),
  constraint publications_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict,
  constraint publications_code_shape check (code ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$'),
  constraint publications_ready_whole check ((state = 'ready') = (content is not null) and (state = 'ready')
    = (made_at is not null and seq is not null and hash is not null and sha256 is not null and figures is not null)),
  constraint publications_failed_with_reason check ((state = 'failed') = (error is not null))
);
create unique index publications_code_key on publications (code);
create index publications_author_id_idx on publications (author_id);
create index publications_requested_at_id_idx on publications (requested_at desc, id desc);
create index publications_next_attempt_at_id_idx on publications (next_attempt_at, id);

create trigger publications_stand before update on publications
  for each row when (old.state = 'ready') execute function refuse('publications_stand: a report that was made never changes');
create trigger publications_stay before delete on publications
  for each row execute function refuse('publications_stay: a report is never deleted');
create trigger publications_stay_all before truncate on publications
  for each statement execute function refuse('publications_stay: a report is never deleted');
