-- What people typed in a form that was refused, for the page that shows the form again to a browser without script.

create table kept_forms (
  id uuid not null,
  user_id uuid not null,
  sealed text not null,
  expires_at timestamptz(3) not null,
  constraint kept_forms_pkey primary key (id),
  constraint kept_forms_size check (octet_length(sealed) <= 200000),
  constraint kept_forms_user_id_fkey foreign key (user_id) references users (id) on update cascade on delete cascade
);
create index kept_forms_user_id_expires_at_idx on kept_forms (user_id, expires_at);
create index kept_forms_expires_at_idx on kept_forms (expires_at);
