-- Imports: source texts on their way from a file to a published document. They are not part of the record.

create type import_state as enum ('queued', 'parsing', 'review', 'published', 'failed', 'withdrawn');
create type candidate_decision as enum ('offered', 'suggested', 'accepted', 'rejected');

create table imports (
  id uuid not null,
  author_id uuid not null,
  state import_state not null default 'queued',
  -- The name that the sender gave the file. Empty for pasted text.
  name text not null,
  sha256 text not null,
  bytes bigint not null,
  -- The name of the file in the store.
  stored_as text not null,
  -- What the content of the file is, once it has been read.
  format text,
  -- The details of the document as they were typed or found, valid or not: code, title, date and so on.
  details jsonb not null default '{}',
  -- Why the file could not be read: a code and its parameters.
  error jsonb,
  -- How much has been read, from 0 to 1.
  progress real not null default 0,
  attempts integer not null default 0,
  -- While it waits, the moment of the next attempt. While it is read, the moment at which another process may take it.
  next_attempt_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  read_at timestamptz(3),
  edition_id uuid,
  published_by_id uuid,
  published_at timestamptz(3),
  withdrawn_by_id uuid,
  withdrawn_at timestamptz(3),
  version integer not null default 1,
  constraint imports_pkey primary key (id),
  constraint imports_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict,
  constraint imports_published_by_id_fkey foreign key (published_by_id) references users (id) on update cascade on delete restrict,
  constraint imports_withdrawn_by_id_fkey foreign key (withdrawn_by_id) references users (id) on update cascade on delete restrict,
  constraint imports_edition_id_fkey foreign key (edition_id) references editions (id) on update cascade on delete restrict,
  constraint imports_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint imports_progress check (progress between 0 and 1),
  constraint imports_failed check (state <> 'failed' or error is not null),
  constraint imports_published check (state <> 'published' or edition_id is not null),
  constraint imports_publication check ((edition_id is null) = (published_at is null) and (edition_id is null) = (published_by_id is null)),
  constraint imports_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null) and (withdrawn_at is null) = (withdrawn_by_id is null))
);
create unique index imports_stored_as_key on imports (stored_as);
-- An edition comes from one import, so that publishing twice is impossible.
create unique index imports_edition_id_key on imports (edition_id);
create index imports_sha256_idx on imports (sha256);
create index imports_received_at_id_idx on imports (received_at, id);
create index imports_waiting_idx on imports (next_attempt_at, id) where state in ('queued', 'parsing');

create table import_paragraphs (
  import_id uuid not null,
  ordinal integer not null,
  -- The part of the text that a reviewer opens at once, counted from 1.
  part integer not null,
  label text not null,
  parent integer,
  heading text,
  section text,
  text text not null,
  page integer,
  -- The marks of notes that were removed from the text, with their places and the texts of the notes.
  notes jsonb,
  -- Where a hyphen at the end of a line was joined or kept and nobody can be sure.
  unsure jsonb,
  constraint import_paragraphs_pkey primary key (import_id, ordinal),
  constraint import_paragraphs_import_id_fkey foreign key (import_id) references imports (id) on update cascade on delete cascade,
  constraint import_paragraphs_import_id_parent_fkey foreign key (import_id, parent) references import_paragraphs (import_id, ordinal) on update cascade on delete cascade,
  constraint import_paragraphs_parent check (parent < ordinal)
);
create index import_paragraphs_import_id_part_ordinal_idx on import_paragraphs (import_id, part, ordinal);
create index import_paragraphs_import_id_parent_idx on import_paragraphs (import_id, parent);

create table import_removed (
  import_id uuid not null,
  ordinal integer not null,
  text text not null,
  why text not null,
  page integer,
  constraint import_removed_pkey primary key (import_id, ordinal),
  constraint import_removed_import_id_fkey foreign key (import_id) references imports (id) on update cascade on delete cascade
);

create table import_candidates (
  id uuid not null,
  import_id uuid not null,
  -- The ordinal of its paragraph.
  paragraph integer not null,
  start integer not null,
  "end" integer not null,
  quote text not null,
  kind kind not null,
  title text not null,
  -- From 0 to 1. Null if a person added it.
  confidence real,
  reasons jsonb not null default '[]',
  addressees jsonb not null default '[]',
  themes text[] not null default '{}',
  due_on date,
  -- What the tables of the source say.
  owner text,
  priority text,
  grade text,
  decision candidate_decision not null,
  decided_by_id uuid,
  decided_at timestamptz(3),
  version integer not null default 1,
  constraint import_candidates_pkey primary key (id),
  constraint import_candidates_import_id_paragraph_fkey foreign key (import_id, paragraph) references import_paragraphs (import_id, ordinal) on update cascade on delete cascade,
  constraint import_candidates_decided_by_id_fkey foreign key (decided_by_id) references users (id) on update cascade on delete restrict,
  constraint import_candidates_span check (start >= 0 and "end" > start and char_length(quote) = "end" - start),
  constraint import_candidates_confidence check (confidence between 0 and 1)
);
-- The same words are one candidate.
create unique index import_candidates_import_id_paragraph_start_end_key on import_candidates (import_id, paragraph, start, "end");

create function refuse_wrong_candidate() returns trigger language plpgsql as $$
begin
  perform from import_paragraphs
    where import_id = new.import_id and ordinal = new.paragraph and span(text, new.start, new."end") = new.quote for share;
  if not found then
    raise exception 'quote_not_in_paragraph: the quote of candidate % is not characters % to % of its paragraph',
      new.id, new.start, new."end" using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger import_candidates_quote before insert or update of import_id, paragraph, start, "end", quote on import_candidates
  for each row execute function refuse_wrong_candidate();
-- An import that is read again loses its paragraphs first, with their candidates.
create trigger import_paragraphs_stand before update on import_paragraphs
  for each row execute function refuse('import_paragraphs_stand: the text of an import is not changed');

alter table paragraphs
  add column section text,
  add column page integer,
  add column notes jsonb;
