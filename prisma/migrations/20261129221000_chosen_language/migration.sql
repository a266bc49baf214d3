-- Nobody could choose a language yet: until they do, the browser says which they read.
alter table users alter column locale drop default, alter column locale drop not null;
update users set locale = null;
