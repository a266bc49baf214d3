-- Each count of a past day leaves out what was closed or archived then. Few versions were, and each count read all of
-- them to find these.
create index recommendation_versions_closed_idx on recommendation_versions (id, valid_from, valid_to)
  where closure is not null;
create index document_versions_archived_idx on document_versions (id, valid_from, valid_to)
  where archived_at is not null;
