-- Reports that nothing has changed since the day that the last other report describes. They keep the progress, and have
-- no text.
alter table progress_reports
  add column unchanged_since date,
  add constraint progress_reports_unchanged check (unchanged_since is null
    or (narrative = '' and corrects_id is null and progress <> 'implemented' and unchanged_since <= as_of));
