-- Whether somebody read the text and found that it addresses nobody: otherwise nobody has recorded to whom it speaks.
alter table recommendations add column names_nobody boolean not null default false;
