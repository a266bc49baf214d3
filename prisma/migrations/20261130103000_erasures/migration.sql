-- Erasure by law: a text, the content of evidence, or the name and address of a person. The event and its hash stay.

create table erasures (
  -- The text, the evidence or the person.
  erased_id uuid not null,
  reason_id uuid not null,
  by_id uuid not null,
  at timestamptz(3) not null,
  constraint erasures_pkey primary key (erased_id),
  constraint erasures_reason_id_fkey foreign key (reason_id) references reasons (id) on update cascade on delete restrict,
  constraint erasures_by_id_fkey foreign key (by_id) references users (id) on update cascade on delete restrict
);
create index erasures_reason_id_idx on erasures (reason_id);
create index erasures_by_id_idx on erasures (by_id);
create trigger erasures_stand before update or delete on erasures
  for each row execute function refuse('erasures_stand: what was erased stays erased');

-- What was erased before there was a table of erasures has no row, and is found as altered.
create function is_erased(thing uuid, moment timestamptz) returns boolean language sql stable
return exists (select from erasures where erased_id = thing and at = moment);

-- A text goes with its salt, once, and only with its erasure.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null and is_erased(old.id, new.erased_at)
     and to_jsonb(new) ->> tg_argv[0] = ''
     and to_jsonb(new) - tg_argv[0] - 'erased_at' - 'salt' = to_jsonb(old) - tg_argv[0] - 'erased_at' - 'salt' then
    new.salt := null;
    return new;
  end if;
  raise exception '%_stand: what was handed in is not rewritten; write a new one', tg_table_name
    using errcode = 'check_violation';
end $$;

-- Evidence loses its file or its address. Its hash stays.
alter table evidence add column erased_at timestamptz(3);
alter table evidence drop constraint evidence_link;
alter table evidence add constraint evidence_link check (
  kind <> 'link' or ((url is null) = (erased_at is not null) and (url is null or url ~ '^https?://')
    and bytes is null and media_type is null and stored_as is null));
alter table evidence add constraint evidence_erased check (erased_at is null or stored_as is null);

-- A person whose name and address were erased gets no others, and no account.
alter table users add column erased_at timestamptz(3);
alter table users add constraint users_erased check (
  erased_at is null or (disabled_at is not null and password_hash is null));
create function refuse_returned_person() returns trigger language plpgsql as $$
begin
  if (old.erased_at is not null
       and (new.erased_at, new.name, new.email) is distinct from (old.erased_at, old.name, old.email))
     or (old.erased_at is null and new.erased_at is not null and not is_erased(new.id, new.erased_at)) then
    raise exception 'users_erased: the name and the address of this person were erased' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger users_stay_erased before update on users
  for each row when (old.erased_at is distinct from new.erased_at or old.erased_at is not null)
  execute function refuse_returned_person();
