-- The title of a document, and whether it was archived, at each moment. Past days and trends show both as they were then.

-- CreateTable
CREATE TABLE "document_versions" (
    "id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "change" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_versions_pkey" PRIMARY KEY ("id","valid_from")
);

-- The events of each document state its title and whether it was archived after each of its changes. The last version has
-- the values of the document itself.
insert into document_versions (id, valid_from, valid_to, change, title, archived_at)
select d.id, v.at, v.until, v.change,
  case v.until when 'infinity' then d.title else coalesce(
    (select e.body::jsonb #>> '{after,title}' from events e
     where e.subject_type = 'document' and e.subject_id = d.id and e.seq <= v.seq
       and e.kind in ('document.added', 'document.edited') and e.body::jsonb #>> '{after,title}' is not null
     order by e.seq desc limit 1), d.title) end,
  case v.until when 'infinity' then d.archived_at else (
    select case e.kind when 'document.archived' then e.at end from events e
    where e.subject_type = 'document' and e.subject_id = d.id and e.seq <= v.seq
      and e.kind in ('document.archived', 'document.restored')
    order by e.seq desc limit 1) end
from documents d
join lateral (
  select at, lead(at, 1, 'infinity') over (order by at) as until, change, seq
  from (
    select distinct on (e.at) e.at, e.change, e.seq from events e
    where e.subject_type = 'document' and e.subject_id = d.id
      and (e.kind in ('document.added', 'document.archived', 'document.restored')
        or e.kind = 'document.edited' and e.body::jsonb #>> '{after,title}' is not null)
    order by e.at, e.seq desc) changed) v on true;

-- A document that no event states has always been as it is.
insert into document_versions (id, valid_from, valid_to, change, title, archived_at)
select id, '-infinity', 'infinity', gen_random_uuid(), title, archived_at
from documents where id not in (select id from document_versions);

create trigger documents_keep_version after insert or delete on documents
  for each row execute function keep_version('document_versions');
create trigger documents_keep_version_of_change after update of title, archived_at on documents
  for each row when ((old.title, old.archived_at) is distinct from (new.title, new.archived_at))
  execute function keep_version('document_versions');

create or replace view as_of.documents as
select d.id, d.code, v.title collate public.by_name as title, d.symbol, d.body, d.dated, d.place, d.language, d.distribution, d.job_number, d.created_at,
  v.archived_at, d.version
from public.documents d
join public.document_versions v on v.id = d.id
  and v.valid_from <= (select current_setting('app.as_of')::timestamptz)
  and v.valid_to > (select current_setting('app.as_of')::timestamptz)
where d.created_at <= (select current_setting('app.as_of')::timestamptz);

-- The counts of a past day no longer depend on what is archived now.
truncate sealed_days;
alter table sealed_days drop constraint sealed_days_pkey, drop column archived, add constraint sealed_days_pkey primary key (zone, day);
