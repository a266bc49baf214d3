-- Spreadsheets on their way into the register. They are not part of the record; what they make is.

create type sheet_state as enum ('reading', 'checking', 'review', 'importing', 'imported', 'failed', 'withdrawn');
create type sheet_row_state as enum ('unchecked', 'ready', 'wrong', 'made', 'unchanged');
create type sheet_made_kind as enum ('document', 'recommendation', 'organization', 'assignment', 'report');

create table sheets (
  id uuid not null,
  author_id uuid not null,
  state sheet_state not null default 'reading',
  -- The name that the sender gave the file.
  name text not null,
  sha256 text not null,
  bytes bigint not null,
  -- The name of the file in the store.
  stored_as text not null,
  -- The hash of the request that sent it. Only the same request is answered as a repeated one.
  sent text not null,
  format text,
  -- For each column: its name, examples, and what its values look like.
  columns jsonb not null default '[]',
  -- For each field, the place of its column, counted from 0.
  mapping jsonb not null default '{}',
  -- The document of rows that name none, how days are written, and whether quotes may stand in documents of their own.
  options jsonb not null default '{}',
  error jsonb,
  -- How much of the current step is done, from 0 to 1.
  progress real not null default 0,
  -- Tells the writes of one attempt from those of an earlier one.
  attempts integer not null default 0,
  -- The attempts since something was last written.
  tries integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  imported_by_id uuid,
  imported_at timestamptz(3),
  withdrawn_by_id uuid,
  withdrawn_at timestamptz(3),
  version integer not null default 1,
  constraint sheets_pkey primary key (id),
  constraint sheets_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict,
  constraint sheets_imported_by_id_fkey foreign key (imported_by_id) references users (id) on update cascade on delete restrict,
  constraint sheets_withdrawn_by_id_fkey foreign key (withdrawn_by_id) references users (id) on update cascade on delete restrict,
  constraint sheets_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint sheets_progress check (progress between 0 and 1),
  constraint sheets_failed check (state <> 'failed' or error is not null),
  constraint sheets_imported check (state not in ('importing', 'imported') or imported_by_id is not null),
  constraint sheets_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_by_id is null))
);
create unique index sheets_stored_as_key on sheets (stored_as);
create index sheets_sha256_idx on sheets (sha256);
create index sheets_received_at_id_idx on sheets (received_at, id);
create index sheets_waiting_idx on sheets (next_attempt_at, id) where state in ('reading', 'checking', 'importing');

create table sheet_rows (
  sheet_id uuid not null,
  -- The number of the row in the file, counted from 1.
  row integer not null,
  state sheet_row_state not null default 'unchecked',
  cells text[] not null,
  -- What is wrong: the field, a code and its parameters.
  errors jsonb not null default '[]',
  constraint sheet_rows_pkey primary key (sheet_id, row),
  constraint sheet_rows_sheet_id_fkey foreign key (sheet_id) references sheets (id) on update cascade on delete cascade
);
create index sheet_rows_sheet_id_state_row_idx on sheet_rows (sheet_id, state, row);

-- What a row has made in the register, by the ID of each.
create table sheet_made (
  id uuid not null,
  sheet_id uuid not null,
  row integer not null,
  kind sheet_made_kind not null,
  -- For a document: what the sheet calls it. For a recommendation: its key in the source, if it has one.
  named text,
  constraint sheet_made_pkey primary key (id),
  constraint sheet_made_sheet_id_row_fkey foreign key (sheet_id, row) references sheet_rows (sheet_id, row) on update cascade on delete restrict
);
create index sheet_made_sheet_id_row_idx on sheet_made (sheet_id, row);
create index sheet_made_kind_named_idx on sheet_made (kind, named);
