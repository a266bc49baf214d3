-- The register as of a past day. The schema `as_of` has the same tables by the same names, as they stood at the moment that
-- the setting `app.as_of` names. A transaction sets the moment and puts this schema first in its search path; statements
-- then answer for that moment without being changed. Tables that are not in it are read as they are now: people,
-- organizations and groups with their names, addressees, and what is searched.

-- Where a recommendation stands in its document, also after it was removed.

-- CreateTable
CREATE TABLE "recommendation_places" (
    "recommendation_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "document_id" UUID NOT NULL,
    "paragraph_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recommendation_places_pkey" PRIMARY KEY ("recommendation_id")
);

insert into recommendation_places (recommendation_id, key, document_id, paragraph_id, ordinal, start, "end", created_at)
select id, key, document_id, paragraph_id, ordinal, start, "end", created_at from recommendations;

-- CreateIndex
CREATE UNIQUE INDEX "recommendation_places_key_key" ON "recommendation_places"("key");

-- CreateIndex
CREATE INDEX "recommendation_places_document_id_ordinal_start_recommendat_idx" ON "recommendation_places"("document_id", "ordinal", "start", "recommendation_id");

-- CreateIndex
CREATE INDEX "recommendation_places_paragraph_id_idx" ON "recommendation_places"("paragraph_id");

create function keep_recommendation_places() returns trigger language plpgsql as $$
begin
  insert into recommendation_places (recommendation_id, key, document_id, paragraph_id, ordinal, start, "end", created_at)
  select id, key, document_id, paragraph_id, ordinal, start, "end", created_at from after;
  return null;
end $$;
create trigger recommendations_keep_places after insert on recommendations
  referencing new table as after for each statement execute function keep_recommendation_places();

-- What the lists and counts of a past day begin with -----------------------------------------------------------------------

-- CreateIndex
CREATE INDEX "assignment_versions_recommendation_id_valid_from_valid_to_idx" ON "assignment_versions"("recommendation_id", "valid_from", "valid_to");

-- CreateIndex
CREATE INDEX "events_at_idx" ON "events"("at");

-- CreateIndex
CREATE INDEX "recommendation_versions_status_valid_from_valid_to_kind_nex_idx" ON "recommendation_versions"("status", "valid_from", "valid_to", "kind", "next_due_on", "document_id", "id");

-- CreateIndex
CREATE INDEX "assignment_versions_organization_id_valid_from_valid_to_via_idx" ON "assignment_versions"("organization_id", "valid_from", "valid_to", "via_group_id", "status", "due_on", "recommendation_id");

create index assignment_versions_due_idx on assignment_versions (due_on, valid_from, valid_to, status, recommendation_id)
  where status in ('not_started', 'in_progress', 'partially_implemented');

-- The tables as they stood -------------------------------------------------------------------------------------------------

-- The moment stands in a sub-select, which is run once for a statement. A stable function would be called for every row.
create schema as_of;

create view as_of.recommendations as
select v.id, b.key, b.document_id, b.paragraph_id, b.ordinal, b.start, b."end", v.quote, v.title, v.kind, v.themes,
  coalesce((select n.names_nobody from public.recommendations n where n.id = v.id), false) as names_nobody, v.closure,
  case when v.closure is not null then (
    select (e.body::jsonb #>> '{after,reason,id}')::uuid from public.events e
    where e.subject_type = 'recommendation' and e.subject_id = v.id and e.kind = 'recommendation.closed'
      and e.at <= (select current_setting('app.as_of')::timestamptz)
    order by e.seq desc limit 1) end as closure_reason_id,
  v.open_count, v.begun_count, v.implemented_count, v.verified_count, v.closed_count, v.next_due_on, b.created_at, v.version,
  v.status
from public.recommendation_places b
join public.recommendation_versions v on v.id = b.recommendation_id
  and v.valid_from <= (select current_setting('app.as_of')::timestamptz)
  and v.valid_to > (select current_setting('app.as_of')::timestamptz);

create view as_of.recommendation_themes as
select t.theme, public.name_key(t.theme) collate public.by_name as key, v.id as recommendation_id
from public.recommendation_versions v cross join lateral unnest(v.themes) t(theme)
where v.valid_from <= (select current_setting('app.as_of')::timestamptz)
  and v.valid_to > (select current_setting('app.as_of')::timestamptz);

-- When somebody changed a recommendation or an assignment of it, or said something about it. What is for one organization
-- only does not show that it is there.
create view as_of.recommendation_activity as
select b.recommendation_id,
  greatest(b.created_at,
    (select max(v.valid_from) from public.recommendation_versions v
     where v.id = b.recommendation_id and v.valid_from <= (select current_setting('app.as_of')::timestamptz)),
    (select max(v.valid_from) from public.assignment_versions v
     where v.recommendation_id = b.recommendation_id
       and v.valid_from <= (select current_setting('app.as_of')::timestamptz)),
    (select max(w.written_at) from public.annotations n join public.annotation_revisions w on w.annotation_id = n.id
     where n.recommendation_id = b.recommendation_id and n.audience <> 'organization'
       and w.written_at <= (select current_setting('app.as_of')::timestamptz)),
    (select max(n.withdrawn_at) from public.annotations n
     where n.recommendation_id = b.recommendation_id and n.audience <> 'organization'
       and n.withdrawn_at <= (select current_setting('app.as_of')::timestamptz))) as changed_at
from public.recommendation_places b
where b.created_at <= (select current_setting('app.as_of')::timestamptz);

-- Who can act for an owner's organization is a permission, and so is as it is now.
create view as_of.assignments as
select v.id, v.recommendation_id, v.organization_id, v.via_group_id, v.role, v.owner_id,
  (select u.id from public.users u
   where u.id = v.owner_id and u.disabled_at is null
     and (u.role in ('coordinator', 'administrator') or exists (
       select from public.memberships m join public.organizations o on o.id = v.organization_id
       where m.user_id = u.id and m.organization_id in (o.id, o.merged_into_id)))) as acting_owner_id,
  v.due_on, v.original_due_on, v.position,
  (select w.reason_id from public.answers w
   where w.assignment_id = v.id and w.written_at <= (select current_setting('app.as_of')::timestamptz)
   order by w.written_at desc, w.id desc limit 1) as position_reason_id,
  v.progress, v.verification, v.closure,
  case when v.closure is not null then (
    select (e.body::jsonb #>> '{after,reason,id}')::uuid from public.events e
    where e.subject_type = 'assignment' and e.subject_id = v.id and e.kind = 'assignment.closed'
      and e.at <= (select current_setting('app.as_of')::timestamptz)
    order by e.seq desc limit 1) end as closure_reason_id,
  v.status,
  (select min(f.valid_from) from public.assignment_versions f where f.id = v.id) as created_at,
  (select max(p.submitted_at) from public.progress_reports p
   where p.assignment_id = v.id and p.state = 'submitted'
     and p.submitted_at <= (select current_setting('app.as_of')::timestamptz)) as reported_at,
  v.version
from public.assignment_versions v
where v.valid_from <= (select current_setting('app.as_of')::timestamptz)
  and v.valid_to > (select current_setting('app.as_of')::timestamptz);

create view as_of.assignment_versions as
select id, valid_from, valid_to, change, recommendation_id, organization_id, via_group_id, role, owner_id, due_on,
  original_due_on, position, progress, verification, closure, status, version
from public.assignment_versions where valid_from <= (select current_setting('app.as_of')::timestamptz);

create view as_of.progress_reports as
select id, assignment_id, as_of, progress, narrative, salt, author_id, on_behalf, state, submitted_at, erased_at, number,
  corrects_id, drafted_by, unchanged_since
from public.progress_reports where submitted_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.reviews as
select id, assignment_id, report_id, decision, note_id, author_id, decided_at
from public.reviews where decided_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.answers as
select id, assignment_id, position, reason_id, answered_on, author_id, on_behalf, written_at
from public.answers where written_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.date_changes as
select id, assignment_id, kind, before, asked, reason_id, author_id, on_behalf, asked_at,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then decision end as decision,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then granted end as granted,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then note_id end as note_id,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then decided_by_id end as decided_by_id,
  case when decided_at <= (select current_setting('app.as_of')::timestamptz) then decided_at end as decided_at
from public.date_changes where asked_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.actions as
select v.id, v.assignment_id, v.position, v.title_id, v.responsible_id, v.starts_on, v.due_on, v.original_due_on, v.state,
  v.done_on, (select min(f.valid_from) from public.action_versions f where f.id = v.id) as created_at, v.version
from public.action_versions v
where v.valid_from <= (select current_setting('app.as_of')::timestamptz)
  and v.valid_to > (select current_setting('app.as_of')::timestamptz);

-- What was withdrawn since stays withdrawn: nobody reads it again by asking for an earlier day.
create view as_of.evidence as
select id, assignment_id, kind, title_id, url, sha256, bytes, media_type, stored_as, covers_from, covers_to, audience,
  author_id, on_behalf, added_at, scan, withdrawn_at, withdrawn_by_id, withdrawal_reason_id
from public.evidence where added_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.report_evidence as
select re.assignment_id, re.report_id, re.evidence_id
from public.report_evidence re join public.progress_reports p on p.id = re.report_id
where p.submitted_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.annotations as
select n.id, n.paragraph_id, n.recommendation_id, n.parent_id, n.start, n."end", n.author_id, n.audience, n.organization_id,
  n.created_at, n.withdrawn_at, n.withdrawal_reason_id,
  (select count(*)::int from public.annotation_revisions v
   where v.annotation_id = n.id and v.written_at <= (select current_setting('app.as_of')::timestamptz))
    + case when n.withdrawn_at is not null then 1 else 0 end as version
from public.annotations n where n.created_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.annotation_revisions as
select id, annotation_id, number, body, salt, written_at, erased_at
from public.annotation_revisions where written_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.documents as
select id, code, title, symbol, body, dated, place, language, distribution, job_number, created_at, archived_at, version
from public.documents where created_at <= (select current_setting('app.as_of')::timestamptz);

-- The number of the last event at a moment. A change that began earlier may append later, so the last ones are compared.
create function last_event_at(moment timestamptz) returns bigint language sql stable
return (select max(seq) from (select seq from events where at <= moment order by at desc limit 1000) latest);

create view as_of.events as
select seq, at, change, actor_id, kind, subject_type, subject_id, recommendation_id, audience, organization_id, body,
  previous_hash, hash
from public.events
where at <= (select current_setting('app.as_of')::timestamptz)
  and seq <= (select public.last_event_at(current_setting('app.as_of')::timestamptz));
