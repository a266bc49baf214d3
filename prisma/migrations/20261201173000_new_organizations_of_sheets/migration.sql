-- The names of the organizations that a row adds, so that people see them before the import.
alter table sheet_rows add column new_organizations text[] not null default '{}';
-- Spreadsheets in review are checked again, so that theirs are listed too.
update sheet_rows set state = 'unchecked', errors = '[]'
where sheet_id in (select id from sheets where state = 'review');
update sheets set state = 'checking', progress = 0, next_attempt_at = now(), version = version + 1
where state = 'review';
