-- A report that corrects an earlier one of the same assignment. Each is corrected once at most: the next correction
-- corrects the correction.
alter table progress_reports add column corrects_id uuid;
alter table progress_reports
  add constraint progress_reports_corrects_id_fkey foreign key (corrects_id) references progress_reports (id)
    on delete restrict on update cascade,
  add constraint progress_reports_corrects check (corrects_id <> id);
create unique index progress_reports_corrects_id_key on progress_reports (corrects_id);
