-- The worksheets of a workbook, and the place of the one whose rows are read, counted from 0. None means the first with rows.
alter table sheets add column worksheets text[] not null default '{}', add column worksheet integer;
