-- A file of a report is recognised by its hash when somebody checks it.
create index publications_sha256_idx on publications (sha256);
create index publication_files_sha256_idx on publication_files (sha256);
