-- As many recommendations as `bench.n` says, each with three assignments and ten events, the same at every run. Everything
-- that the product would have kept is kept: counts, versions, revisions, hashes, one valid chain. The triggers are off for
-- the time, since a row at a time they would take an hour: what they write is written here.
set session_replication_role = replica;

-- A UUID v7 of a moment, a sort of thing and its number.
create function pg_temp.id(at timestamptz, sort int, number bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(sort), 3, '0')
    || '8' || lpad(to_hex(number), 15, '0'))::uuid
$$;

-- The same number for the same words, spread evenly below `many`.
create function pg_temp.pick(many int, variadic of int[]) returns int language sql immutable as $$
  select abs(hashtextextended(of::text, 7) % many)::int
$$;

create function pg_temp.words(id uuid, words text) returns json language sql immutable as $$
  select json_build_object('id', id, 'sha256', encode(sha256(convert_to(words, 'UTF8')), 'hex'))
$$;

create temp table happened (
  at timestamptz, place serial, change uuid, actor uuid, kind text, subject uuid, recommendation uuid, body json);

-- Who takes part ---------------------------------------------------------------------------------------------------

create temp table party as
select o as number, pg_temp.id('2025-01-01Z', 1, o) as organization, pg_temp.id('2025-01-01Z', 2, o) as focal_point
from generate_series(1, 200) o;

create temp table desk as
select pg_temp.id('2025-01-01Z', 2, 0) as coordinator, pg_temp.id('2025-01-01Z', 3, 1) as states,
       pg_temp.id('2025-01-01Z', 4, 1) as change, timestamptz '2025-01-01Z' as at;

insert into organizations (id, slug, name, created_at)
select organization, 'organization-' || number, 'Organization ' || number, at from party, desk;
insert into groups (id, slug, name, created_at) select states, 'bench-states', 'Bench States', at from desk;
insert into group_members select states, organization from party, desk where number <= 100;
insert into users (id, email, name, role, created_at)
select coordinator, 'coordinator@bench.example.org', 'Coordinator', 'coordinator'::role, at from desk
union all
select focal_point, 'focal-point-' || number || '@bench.example.org', 'Focal point ' || number, 'focal_point', at from party, desk;
insert into memberships (user_id, organization_id) select focal_point, organization from party;

insert into happened (at, change, kind, subject, body)
select at, change, 'organization.added', organization,
       json_build_object('before', null, 'after', json_build_object('slug', 'organization-' || number, 'name', 'Organization ' || number))
from party, desk;
insert into happened (at, change, kind, subject, body)
select at, change, 'group.added', states,
       json_build_object('before', null, 'after', json_build_object('slug', 'bench-states', 'name', 'Bench States'))
from desk;
insert into happened (at, change, kind, subject, body)
select at, change, 'group.members_added', states, json_build_object('before', null, 'after', json_build_object('organizationIds',
       (select json_agg(organization) from party where number <= 100)))
from desk;
insert into happened (at, change, kind, subject, body)
select at, change, 'user.added', coordinator,
       json_build_object('before', null, 'after', json_build_object('role', 'coordinator', 'organizationIds', json_build_array()))
from desk;
insert into happened (at, change, kind, subject, body)
select at, change, 'user.added', focal_point,
       json_build_object('before', null, 'after', json_build_object('role', 'focal_point', 'organizationIds', json_build_array(organization)))
from party, desk;

-- The documents: fifty recommendations each, two in a paragraph ----------------------------------------------------------

create temp table source as
select d as number, pg_temp.id(at, 5, d) as id, pg_temp.id(at, 6, d) as edition, pg_temp.id(at, 4, 1000 + d) as change,
       'BENCH-' || lpad(d::text, 4, '0') as code, 'Report ' || d || ' of the committee' as title, at
from generate_series(1, (current_setting('bench.n')::int + 49) / 50) d,
     lateral (select date_trunc('milliseconds', timestamptz '2025-06-01Z'
       + interval '300 days' * d / (current_setting('bench.n')::int / 50 + 1)) as at) t;

create temp table planned as
with sentence as (
  select i as number, (i - 1) / 50 + 1 as d, (i - 1) % 50 / 2 + 1 as ordinal, (i - 1) % 2 + 1 as sentence,
    (array['States', 'Member States', 'The secretariat', 'International organizations', 'Competent authorities', 'The Commission',
      'Development partners', 'National institutions'])[1 + pg_temp.pick(8, i, 1)] as who,
    (array['strengthen', 'review', 'expand', 'harmonize', 'finance', 'monitor', 'publish', 'evaluate', 'coordinate',
      'simplify'])[1 + pg_temp.pick(10, i, 2)] as what,
    (array['technical assistance', 'cooperation', 'capacity-building', 'legislative drafting', 'data collection', 'training',
      'mutual legal assistance', 'border management', 'public procurement', 'early warning', 'witness protection',
      'asset recovery'])[1 + pg_temp.pick(12, i, 3)] as whereof,
    (array['in rural districts', 'across the region', 'with the private sector', 'for developing countries', 'in urban areas',
      'through international cooperation', 'at the national level', 'in small island States'])[1 + pg_temp.pick(8, i, 4)] as where_to,
    (array['anticorruption', 'cybercrime', 'drought', 'education', 'fisheries', 'forestry', 'gender equality', 'health', 'housing',
      'migration', 'nutrition', 'ocean', 'sanitation', 'statistics', 'trade', 'transport'])[1 + pg_temp.pick(16, i, 5)] as theme,
    pg_temp.pick(10, i, 6) = 0 as finding
  from generate_series(1, current_setting('bench.n')::int) i)
select s.*, d.id as document, d.change as added_by, d.at as added_at,
  pg_temp.id(d.at, 7, (s.d - 1) * 25 + s.ordinal) as paragraph,
  pg_temp.id(d.at, 8, s.number) as id,
  d.code || '-' || s.ordinal || '.' || s.sentence as key,
  format('%s should %s %s %s, having regard to %s and to case %s of the survey.', who, what, whereof, where_to, theme, s.number) as quote,
  initcap(left(what, 1)) || substr(what, 2) || ' ' || whereof || ' ' || where_to as title,
  initcap(left(theme, 1)) || substr(theme, 2) as label,
  -- Assigned a day later, corrected the day after: each at a moment of its own.
  d.at + interval '1 day' + interval '1 second' * (s.number % 50) as assigned_at,
  d.at + interval '2 days' + interval '1 second' * (s.number % 50) as edited_at
from sentence s join source d on d.number = s.d;
create index on planned (paragraph);
analyze planned;

insert into documents (id, code, title, body, dated, created_at)
select id, code, title, 'Bench Committee', at::date, at from source;
insert into document_versions (id, valid_from, valid_to, change, title)
select id, at, 'infinity', change, title from source;
insert into editions (id, document_id) select edition, id from source;
insert into paragraphs (id, edition_id, ordinal, label, heading, text)
select p.paragraph, d.edition, p.ordinal, p.ordinal::text, 'Recommendations', string_agg(p.quote, ' ' order by p.sentence)
from planned p join source d on d.number = p.d group by 1, 2, 3;

create temp table duty as
select p.id as recommendation, p.number as r, k, pg_temp.id(p.assigned_at, 9, p.number * 4 + k) as id,
  o.organization, o.focal_point, case when o.number <= 100 and p.number % 5 = 0 then states end as via_group,
  case when k = 1 then 'lead' else 'contributing' end::assignment_role as role,
  case when pg_temp.pick(10, p.number, k, 1) < 7 then o.focal_point end as owner,
  case when pg_temp.pick(10, p.number, k, 2) < 9 then date '2026-03-01' + pg_temp.pick(700, p.number, k, 3) end as due_on,
  -- A quarter of the recommendations has not begun, a quarter is done.
  (array['not_started', 'not_started', 'not_started', 'not_started', 'in_progress', 'in_progress', 'in_progress',
    'partially_implemented', 'partially_implemented', 'implemented', 'implemented', 'implemented'])
    [1 + 3 * pg_temp.pick(4, p.number, 7) + pg_temp.pick(3, p.number, k, 4)]::progress as progress,
  pg_temp.id(p.assigned_at, 4, 1000000 + p.number) as assigned_by, p.assigned_at,
  pg_temp.id(p.assigned_at, 10, p.number * 4 + k) as report,
  pg_temp.id(p.assigned_at, 4, 900000000 + p.number * 4 + k) as reported_by,
  p.added_at + interval '1 day' * (array[10, 30, 60])[k] + interval '1 second' * pg_temp.pick(80000, p.number, k, 5) as reported_at,
  format('Working group %s of %s met and agreed the next steps of case %s.', k, o.number, p.number) as narrative
from planned p, generate_series(1, 3) k, desk, party o
where o.number = (p.number * 31 + k * 67) % 200 + 1;
create index on duty (recommendation);
analyze duty;

-- Each recommendation as it stood: added, assigned, corrected, after each report that moved a count or a date -----------------

create temp table stood as
select p.id, moment.*, c.* from planned p,
lateral (
  select added_at as at, added_by as change, -1 as reports, 1 as version union all
  select assigned_at, pg_temp.id(assigned_at, 4, 1000000 + number), 0, 1 union all
  select edited_at, pg_temp.id(edited_at, 4, 500000000 + number), 0, 2 union all
  select reported_at, reported_by, k, 2 from duty where recommendation = p.id and progress <> 'not_started') moment,
lateral (
  select (count(k) filter (where moment.reports >= least(k, 0)))::int as open_count,
    (count(*) filter (where k <= reports and progress <> 'not_started'))::int as begun_count,
    (count(*) filter (where k <= reports and progress = 'implemented'))::int as implemented_count,
    min(due_on) filter (where reports >= 0 and not (k <= reports and progress = 'implemented')) as next_due_on
  from duty where recommendation = p.id) c;
create index on stood (id, at);
analyze stood;

insert into recommendation_versions
select s.id, s.at, lead(s.at, 1, 'infinity') over (partition by s.id order by s.at), s.change, p.document, p.key, p.quote,
  case s.version when 1 then 'Untitled' else p.title end, k.kind, array[p.label], null,
  s.open_count, s.begun_count, s.implemented_count, 0, 0, s.next_due_on,
  status_of_recommendation(null, k.kind, s.open_count, s.begun_count, s.implemented_count, 0, 0), s.version
from stood s join planned p using (id), lateral (select case when p.finding then 'finding' else 'action' end::kind as kind) k;

insert into recommendations (id, key, document_id, paragraph_id, ordinal, start, "end", quote, title, kind, themes,
  open_count, begun_count, implemented_count, next_due_on, created_at, version)
select p.id, p.key, p.document, p.paragraph, p.ordinal, before.length, before.length + char_length(p.quote), p.quote, p.title,
  case when p.finding then 'finding' else 'action' end::kind, array[p.label],
  s.open_count, s.begun_count, s.implemented_count, s.next_due_on, p.added_at, 2
from planned p
join duty d on d.recommendation = p.id and d.k = 3
join lateral (select * from stood where id = p.id order by at desc limit 1) s on true
left join planned first on first.paragraph = p.paragraph and first.sentence = 1 and p.sentence = 2,
lateral (select coalesce(char_length(first.quote) + 1, 0) as length) before
order by p.number;

insert into recommendation_activity (recommendation_id, changed_at) select recommendation, reported_at from duty where k = 3;

insert into recommendation_themes select label, id from planned;

insert into recommendation_search
select r.id, s.* from recommendations r join documents d on d.id = r.document_id,
  searched_of(d.language, d.code, r.key, r.title, r.quote, r.themes) s;

insert into addressees (id, recommendation_id, position, words, group_id)
select pg_temp.id(added_at, 11, number), id, 1, who, case who when 'States' then states end from planned, desk;

insert into assignments (id, recommendation_id, organization_id, via_group_id, role, owner_id, acting_owner_id, due_on,
  original_due_on, progress, verification, claimed_at, reported_at, created_at, version)
select id, recommendation, organization, via_group, role, owner, owner, due_on, due_on, progress,
  case progress when 'implemented' then 'submitted' else 'none' end::verification,
  case progress when 'implemented' then reported_at end, reported_at, assigned_at, 2
from duty order by r, k;

insert into assignment_versions
select a.id, v.since, v.past, v.change, a.recommendation_id, a.organization_id, a.via_group_id, a.role, a.owner_id, a.due_on,
  a.original_due_on, a.position, v.progress, v.verification, null, status_of_assignment(null, v.verification, v.progress), v.version
from assignments a join duty d using (id), lateral (values
  (d.assigned_at, d.reported_at, d.assigned_by, 'not_started'::progress, 'none'::verification, 1),
  (d.reported_at, 'infinity', d.reported_by, a.progress, a.verification, 2)) v(since, past, change, progress, verification, version);

insert into progress_reports (id, assignment_id, as_of, progress, narrative, author_id, state, submitted_at)
select report, id, reported_at::date, progress, narrative, focal_point, 'submitted', reported_at from duty;

-- Two notes on each, the second for one organization alone ---------------------------------------------------------------

create temp table note as
select pg_temp.id(t.at, 12, p.number * 2 + n) as id, pg_temp.id(t.at, 13, p.number * 2 + n) as revision,
  pg_temp.id(t.at, 4, 700000000 + p.number * 2 + n) as change, p.id as recommendation, p.paragraph, t.at,
  case n when 1 then coordinator else d.focal_point end as author,
  case n when 1 then 'internal' else 'organization' end::audience as audience,
  case n when 2 then d.organization end as organization,
  format('Note %s on case %s: see the **minutes**.', n, p.number) as body
from planned p cross join desk cross join generate_series(1, 2) n
join duty d on d.recommendation = p.id and d.k = n,
lateral (select p.added_at + interval '5 days' * n + interval '1 second' * pg_temp.pick(80000, p.number, n, 9) as at) t;

insert into annotations (id, paragraph_id, recommendation_id, author_id, audience, organization_id, created_at)
select id, paragraph, recommendation, author, audience, organization, at from note;
insert into annotation_revisions (id, annotation_id, number, body, written_at) select revision, id, 1, body, at from note;

-- What happened, in its order, in one chain ------------------------------------------------------------------------------

insert into happened (at, change, actor, kind, subject, body)
select documents.at, documents.change, coordinator, 'document.added', id, json_build_object('before', null, 'after', json_build_object(
  'code', code, 'title', title, 'paragraphs', paragraphs, 'recommendations', recommendations))
from (select d.id, d.at, d.change, d.code, d.title, count(distinct p.paragraph) as paragraphs, count(*) as recommendations
  from source d join planned p on p.d = d.number group by 1, 2, 3, 4, 5) documents, desk;
insert into happened (at, change, actor, kind, subject, recommendation, body)
select added_at, added_by, coordinator, 'recommendation.added', id, id, json_build_object('before', null, 'after',
  json_build_object('key', key, 'title', 'Untitled', 'kind', case when finding then 'finding' else 'action' end))
from planned, desk order by number;
insert into happened (at, change, actor, kind, subject, recommendation, body)
select edited_at, pg_temp.id(edited_at, 4, 500000000 + number), coordinator, 'recommendation.edited', id, id,
  json_build_object('before', json_build_object('title', 'Untitled'), 'after', json_build_object('title', title))
from planned, desk;
insert into happened (at, change, actor, kind, subject, recommendation, body)
select assigned_at, assigned_by, coordinator, 'assignment.made', id, recommendation, json_build_object('before', null, 'after',
  json_build_object('organizationId', organization, 'viaGroupId', via_group, 'ownerId', owner, 'dueOn', due_on, 'role', role))
from duty, desk order by r, k;
insert into happened (at, change, actor, kind, subject, recommendation, body)
select reported_at, reported_by, focal_point, 'assignment.reported', id, recommendation, json_build_object(
  'before', json_build_object('progress', 'not_started', 'verification', 'none'),
  'after', json_build_object('progress', progress, 'verification', case progress when 'implemented' then 'submitted' else 'none' end,
    'asOf', reported_at::date, 'onBehalf', false, 'report', pg_temp.words(report, narrative)))
from duty;
insert into happened (at, change, actor, kind, subject, recommendation, body)
select at, change, author, 'annotation.added', id, recommendation, json_build_object('before', null, 'after', json_build_object(
  'text', pg_temp.words(revision, body), 'audience', audience, 'parentId', null, 'start', null, 'end', null))
from note;

create function pg_temp.chained() returns setof events language plpgsql as $$
declare
  e events;
  one record;
begin
  e.seq := 0;
  e.hash := repeat('0', 64);
  for one in
    select h.*, n.audience, n.organization from happened h left join note n on n.id = h.subject order by h.at, h.place
  loop
    e.seq := e.seq + 1;
    e.at := date_trunc('milliseconds', one.at);
    e.change := one.change;
    e.actor_id := one.actor;
    e.kind := one.kind;
    e.subject_type := split_part(one.kind, '.', 1);
    e.subject_id := one.subject;
    e.recommendation_id := one.recommendation;
    e.audience := coalesce(one.audience, 'internal');
    e.organization_id := one.organization;
    e.body := one.body;
    e.previous_hash := e.hash;
    e.hash := event_hash(e);
    return next e;
  end loop;
end $$;
insert into events select * from pg_temp.chained();
insert into organization_events (organization_id, seq)
select coalesce(d.organization, e.subject_id), e.seq from events e left join duty d on d.id = e.subject_id
where e.subject_type in ('organization', 'assignment');

reset session_replication_role;
