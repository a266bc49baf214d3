-- What follows up on the assignments of `fill.sql`, in the same session: drafts, plans, evidence, positions, requests for
-- other dates, cycles and notifications. None of it has an event, so the history does not tell of it.
set session_replication_role = replica;

insert into recommendation_places (recommendation_id, key, document_id, paragraph_id, ordinal, start, "end", created_at)
select id, key, document_id, paragraph_id, ordinal, start, "end", created_at from recommendations;

-- A draft on every fifteenth assignment of its organization, and on every sixtieth one on its behalf.
insert into report_drafts (id, assignment_id, on_behalf, progress, narrative, writers, saved_by_id, saved_at)
select pg_temp.id(reported_at, 20 + b::int, r * 4 + k), d.id, b, 'in_progress', format('Draft on case %s, not finished.', r),
  array[writer], writer, reported_at + interval '1 day'
from duty d cross join desk cross join unnest(array[false, true]) b,
  lateral (select case when b then coordinator else focal_point end as writer) w
where (r * 3 + k) % case when b then 60 else 15 end = 0;

create temp table said as
select d.*, what, pg_temp.id(d.assigned_at, 22 + place::int, d.r * 4 + d.k) as reason_id
from duty d, unnest(array['step', 'evidence', 'position', 'request']) with ordinality w(what, place)
where (d.r * 3 + d.k) % (array[4, 6, 8, 40])[place] = 0;
insert into reasons (id, text, author_id, written_at)
select reason_id, format('A %s on case %s.', what, r), focal_point, assigned_at from said;

insert into actions (id, assignment_id, position, title_id, starts_on, due_on, original_due_on, state, created_at)
select pg_temp.id(assigned_at, 26 + n, r * 4 + k), id, n, reason_id, due_on - 60, due_on - 20, due_on - 20,
  case n when 1 then 'under_way' else 'planned' end::action_state, assigned_at
from said, generate_series(1, 2) n where what = 'step';
insert into action_versions
select a.id, created_at, 'infinity', d.assigned_by, assignment_id, position, title_id, responsible_id, starts_on, a.due_on,
  original_due_on, state, done_on, version
from actions a join duty d on d.id = a.assignment_id;

insert into evidence (id, assignment_id, kind, title_id, url, sha256, author_id, added_at)
select reason_id, id, 'link', reason_id, url, encode(sha256(convert_to(url, 'UTF8')), 'hex'), focal_point, reported_at
from said, lateral (select 'https://example.org/' || reason_id as url) u where what = 'evidence';
insert into report_evidence (assignment_id, report_id, evidence_id)
select id, report, reason_id from said where what = 'evidence';

insert into answers (id, assignment_id, position, reason_id, answered_on, author_id, written_at)
select reason_id, id, 'accepted', reason_id, assigned_at::date, focal_point, assigned_at from said where what = 'position';

-- Half of the requests still wait.
insert into date_changes (id, assignment_id, kind, before, asked, reason_id, author_id, asked_at, decision, note_id,
  decided_by_id, decided_at)
select reason_id, id, 'requested', due_on, due_on + 60, reason_id, focal_point, reported_at,
  case when decided then 'refused' end::date_decision, case when decided then reason_id end,
  case when decided then coordinator end, case when decided then reported_at + interval '1 day' end
from said cross join desk, lateral (select r % 2 = 0 as decided) h where what = 'request' and due_on is not null;

-- Twelve closed cycles, each for a twelfth of the documents, and an open one for everything that still needs work.
create temp table cycle as
select c as number, pg_temp.id('2026-02-01Z', 30, c) as id, c <= 12 as closed from generate_series(1, 13) c;
insert into cycles (id, name, asks, state, opens_on, closes_on, created_at, opened_at, counts_from, closed_at)
select id, 'Cycle ' || number, 'report', case when closed then 'closed' else 'open' end::cycle_state, day,
  day + 700 * (not closed)::int, day, day, day, case when closed then day + interval '2 hours' end
from cycle, lateral (select date '2026-02-01' + number as day) d;
insert into cycle_assignments (cycle_id, assignment_id)
select c.id, a.id from cycle c join duty d on not closed or d.r / 50 % 12 + 1 = number join assignments a on a.id = d.id
where a.status in ('not_started', 'in_progress', 'partially_implemented');
insert into cycle_results (cycle_id, assignment_id, document_id, key, title, ordinal, organization_id, organization_name,
  answer, status, progress, verification, "position", due_on, owner_id)
select c.id, a.id, r.document_id, r.key, r.title, r.ordinal, o.id, o.name, 'not_answered', a.status, a.progress,
  a.verification, a.position, a.due_on, a.owner_id
from cycle c join cycle_assignments l on c.closed and l.cycle_id = c.id join assignments a on a.id = l.assignment_id
join recommendations r on r.id = a.recommendation_id join organizations o on o.id = a.organization_id;

-- Everybody was notified of their assignments, and the coordinator of every claim. The newest few are not read.
insert into notifications (id, user_id, kind, key, event_seq, assignment_id, recommendation_id, at, read_at)
select gen_random_uuid(), n.user_id, n.kind, e.seq::text, e.seq, e.subject_id, e.recommendation_id, e.at,
  case when row_number() over (partition by n.user_id order by e.seq desc) > 200 then e.at end
from events e join duty d on d.id = e.subject_id cross join desk,
  lateral (select 'assigned'::notification_kind as kind, d.focal_point as user_id where e.kind = 'assignment.made' union all
    select 'claim_waits', coordinator where e.kind = 'assignment.reported' and d.progress = 'implemented') n;
update notification_progress set seq = (select max(seq) from events), day = current_date;

reset session_replication_role;
