-- What people and parties were called at each moment, salted hashes of words, and what a note says of itself to others.

-- Names as they were -----------------------------------------------------------------------------------------------------

-- CreateTable
CREATE TABLE "name_versions" (
    "id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "change" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "name_versions_pkey" PRIMARY KEY ("id","valid_from")
);

-- Of organizations and groups the history tells earlier names; people's earlier names were never kept.
insert into name_versions (id, valid_from, valid_to, change, name)
select id, at, lead(at, 1, 'infinity') over (partition by id order by at), gen_random_uuid(), name
from (
  select distinct on (id, at) id, at, name
  from (
    (select distinct on (subject_id) subject_id as id, '-infinity'::timestamptz as at, seq, body::json #>> '{before,name}' as name
     from events where subject_type in ('organization', 'group') and kind in ('organization.renamed', 'group.renamed')
     order by subject_id, seq)
    union all
    select subject_id, at, seq, body::json #>> '{after,name}'
    from events where subject_type in ('organization', 'group') and kind in ('organization.renamed', 'group.renamed')
    union all
    select p.id, '-infinity', 0, p.name
    from (select id, name collate "C" from users
          union all select id, name collate "C" from organizations
          union all select id, name collate "C" from groups) p
    where not exists (
      select from events e
      where e.subject_type in ('organization', 'group') and e.subject_id = p.id
        and e.kind in ('organization.renamed', 'group.renamed'))) told
  order by id, at, seq desc) named;

create trigger users_keep_name after insert or delete on users
  for each row execute function keep_version('name_versions');
create trigger users_keep_name_of_change after update of name on users
  for each row when (old.name is distinct from new.name) execute function keep_version('name_versions');
create trigger organizations_keep_name after insert or delete on organizations
  for each row execute function keep_version('name_versions');
create trigger organizations_keep_name_of_change after update of name on organizations
  for each row when (old.name is distinct from new.name) execute function keep_version('name_versions');
create trigger groups_keep_name after insert or delete on groups
  for each row execute function keep_version('name_versions');
create trigger groups_keep_name_of_change after update of name on groups
  for each row when (old.name is distinct from new.name) execute function keep_version('name_versions');

-- What it was called at a moment; before it had any name, its first.
create function name_at(thing uuid, moment timestamptz) returns text language sql stable
return coalesce(
  (select name from name_versions where id = thing and valid_from <= moment order by valid_from desc limit 1),
  (select name from name_versions where id = thing order by valid_from limit 1));

-- Hashes that nobody can guess --------------------------------------------------------------------------------------------

-- The history holds SHA-256 of salt and text. The salt goes when the text is erased: then no short text can be tried out.
-- What was written before has none.
ALTER TABLE "progress_reports" ADD COLUMN     "salt" TEXT;
ALTER TABLE "reasons" ADD COLUMN     "salt" TEXT;
ALTER TABLE "annotation_revisions" ADD COLUMN     "salt" TEXT;

-- The one change let through is erasure by law: the text named in the trigger goes, its salt with it, and erased_at says when.
create or replace function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null
     and to_jsonb(new) ->> tg_argv[0] = ''
     and to_jsonb(new) - tg_argv[0] - 'erased_at' - 'salt' = to_jsonb(old) - tg_argv[0] - 'erased_at' - 'salt' then
    new.salt := null;
    return new;
  end if;
  raise exception '%_stand: what was handed in is not rewritten; write a new one', tg_table_name
    using errcode = 'check_violation';
end $$;

-- What not everybody may read ---------------------------------------------------------------------------------------------

-- A note for one organization does not show that it is there: the recommendation has not changed for all others.
drop trigger annotations_touch on annotations;
create trigger annotations_touch after insert or update on annotations
  for each row when (new.recommendation_id is not null and new.audience <> 'organization')
  execute function touch_recommendation();
