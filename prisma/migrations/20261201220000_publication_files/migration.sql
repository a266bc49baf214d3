-- The files of generated reports that are set in the background, one row for each format. A report that is ready gets its
-- rows; those from before get theirs here.
create table publication_files (
  publication_id uuid not null,
  format text not null,
  state publication_state not null default 'queued',
  stored_as text,
  bytes integer,
  sha256 text,
  error text,
  attempts integer not null default 0,
  next_attempt_at timestamptz(3) not null,
  constraint publication_files_pkey primary key (publication_id, format),
  constraint publication_files_publication_id_fkey foreign key (publication_id) references publications (id)
    on update cascade on delete restrict,
  constraint publication_files_format_known check (format in ('pdf', 'docx')),
  constraint publication_files_ready_whole check ((state = 'ready') = (stored_as is not null) and (state = 'ready')
    = (bytes is not null and sha256 is not null)),
  constraint publication_files_failed_with_reason check ((state = 'failed') = (error is not null))
);
create unique index publication_files_stored_as_key on publication_files (stored_as);
create index publication_files_state_next_attempt_at_idx on publication_files (state, next_attempt_at);

create trigger publication_files_stand before update on publication_files
  for each row when (old.state = 'ready') execute function refuse('publication_files_stand: a file of a report never changes');

insert into publication_files (publication_id, format, next_attempt_at)
select id, format, now() from publications cross join (values ('pdf'), ('docx')) as formats (format) where state = 'ready';
