-- The events that take a content away, on past days too: few among many.

create index events_removing_idx on events (seq)
  where kind in ('annotation.withdrawn', 'annotation.erased', 'assignment.erased', 'assignment.evidence_withdrawn', 'assignment.evidence_infected');
