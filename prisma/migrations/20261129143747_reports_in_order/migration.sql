-- Which report is the latest: given under the lock on its assignment, so that it agrees with the assignment's status
-- whatever the clock said.
alter table progress_reports add column number integer;
alter table progress_reports disable trigger progress_reports_stand;
update progress_reports p set number = n.number
from (
  select r.id, row_number() over (order by e.seq, r.submitted_at, r.id) as number
  from progress_reports r left join (
    select (body::json #>> '{after,report,id}')::uuid as id, seq from events where kind = 'assignment.reported') e using (id)) n
where n.id = p.id;
alter table progress_reports enable trigger progress_reports_stand;
create sequence progress_reports_number_seq as integer owned by progress_reports.number;
select setval('progress_reports_number_seq', (select coalesce(max(number), 0) + 1 from progress_reports), false);
alter table progress_reports
  alter column number set default nextval('progress_reports_number_seq'),
  alter column number set not null;
drop index progress_reports_assignment_id_submitted_at_idx;
create index progress_reports_assignment_id_number_idx on progress_reports (assignment_id, number);
