-- A session keeps the plans of these triggers. Planned while the tables were almost empty, they would read the whole table for
-- each event, which takes seconds for the thousands of events of one change.
alter function refuse_loose_events() set enable_seqscan = off;
alter function keep_organization_events() set enable_seqscan = off;
