-- Evidence: files and links that belong to an assignment and support its reports.

create type evidence_kind as enum ('file', 'link');
create type evidence_scan as enum ('not_scanned', 'pending', 'clean', 'infected');

create table evidence (
  id uuid not null,
  assignment_id uuid not null,
  kind evidence_kind not null,
  -- Its title, which people wrote.
  title_id uuid not null,
  -- Of a link.
  url text,
  -- Of the content of a file, or of the address of a link.
  sha256 text not null,
  bytes bigint,
  media_type text,
  -- The name of the file in the store. Null after its content was removed.
  stored_as text,
  -- The period that it covers.
  covers_from date,
  covers_to date,
  audience audience not null default 'organization',
  author_id uuid not null,
  on_behalf boolean not null default false,
  added_at timestamptz(3) not null,
  scan evidence_scan not null default 'not_scanned',
  withdrawn_at timestamptz(3),
  withdrawn_by_id uuid,
  withdrawal_reason_id uuid,
  constraint evidence_pkey primary key (id),
  constraint evidence_assignment_id_fkey foreign key (assignment_id) references assignments (id) on update cascade on delete restrict,
  constraint evidence_title_id_fkey foreign key (title_id) references reasons (id) on update cascade on delete restrict,
  constraint evidence_author_id_fkey foreign key (author_id) references users (id) on update cascade on delete restrict,
  constraint evidence_withdrawn_by_id_fkey foreign key (withdrawn_by_id) references users (id) on update cascade on delete restrict,
  constraint evidence_withdrawal_reason_id_fkey foreign key (withdrawal_reason_id) references reasons (id) on update cascade on delete restrict,
  constraint evidence_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint evidence_file check (kind <> 'file' or (url is null and bytes is not null and media_type is not null)),
  constraint evidence_link check (kind <> 'link' or (url ~ '^https?://' and bytes is null and media_type is null and stored_as is null)),
  constraint evidence_period check (covers_from <= covers_to),
  constraint evidence_audience check (audience <> 'public'),
  constraint evidence_infected check (scan <> 'infected' or stored_as is null),
  constraint evidence_withdrawal check ((withdrawn_at is null) = (withdrawal_reason_id is null) and (withdrawn_at is null) = (withdrawn_by_id is null))
);
create unique index evidence_assignment_id_id_key on evidence (assignment_id, id);
-- The same file twice is one piece of evidence.
create unique index evidence_once_idx on evidence (assignment_id, sha256) where withdrawn_at is null;
create unique index evidence_stored_as_key on evidence (stored_as);

create table report_evidence (
  assignment_id uuid not null,
  report_id uuid not null,
  evidence_id uuid not null,
  constraint report_evidence_pkey primary key (report_id, evidence_id),
  -- The report and the evidence are of the same assignment.
  constraint report_evidence_assignment_id_report_id_fkey foreign key (assignment_id, report_id)
    references progress_reports (assignment_id, id) on update cascade on delete restrict,
  constraint report_evidence_assignment_id_evidence_id_fkey foreign key (assignment_id, evidence_id)
    references evidence (assignment_id, id) on update cascade on delete restrict
);
create index report_evidence_evidence_id_idx on report_evidence (evidence_id);

-- Evidence is withdrawn once, and its content can only be removed. Nothing else of it changes.
create function refuse_changed_evidence() returns trigger language plpgsql as $$
declare
  changing text[] := array['stored_as', 'scan', 'withdrawn_at', 'withdrawn_by_id', 'withdrawal_reason_id'];
begin
  if tg_op = 'DELETE'
     or to_jsonb(new) - changing <> to_jsonb(old) - changing
     or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by_id, new.withdrawal_reason_id)
       is distinct from (old.withdrawn_at, old.withdrawn_by_id, old.withdrawal_reason_id))
     or (new.scan <> old.scan and old.scan <> 'pending')
     or (new.stored_as is distinct from old.stored_as and new.stored_as is not null)
  then
    raise exception 'evidence_stands: evidence is not changed; withdraw it and add another' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger evidence_stands before update or delete on evidence for each row execute function refuse_changed_evidence();
create trigger report_evidence_stands before update or delete on report_evidence
  for each row execute function refuse('report_evidence_stands: a report keeps the evidence that it names');
