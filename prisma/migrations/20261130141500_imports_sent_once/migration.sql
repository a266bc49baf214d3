-- The hash of the request that sent an import or added a candidate. Only the same request is answered as a repeated one.
alter table imports add column sent text;
alter table import_candidates add column sent text;

-- How many candidates were found beyond the largest number that is kept.
alter table imports add column left_out integer not null default 0;
alter table imports add constraint imports_left_out check (left_out >= 0);
