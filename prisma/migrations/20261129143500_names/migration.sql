-- Names: in the order that people expect, and one key for all the ways in which one name is written.

-- The order of names ---------------------------------------------------------------------------------------------------

-- Unicode's own order, in which an accent or a capital letter matters only between names that are otherwise equal, and
-- numbers stand by their value. The columns carry it, so that every list, cursor and index of theirs has the same order.
create collation if not exists by_name (provider = icu, locale = 'und-u-kn-true');

drop index organizations_name_idx;
drop index groups_name_idx;
alter table users alter column name type text collate by_name;
alter table organizations alter column name type text collate by_name;
alter table groups alter column name type text collate by_name;
alter table documents alter column title type text collate by_name;
alter table recommendation_themes alter column theme type text collate by_name;

-- CreateIndex
CREATE INDEX "organizations_name_id_idx" ON "organizations"("name", "id");

-- CreateIndex
CREATE INDEX "groups_name_id_idx" ON "groups"("name", "id");

-- What makes two names the same ----------------------------------------------------------------------------------------

-- The steps, from the inside: without invisible characters; one apostrophe, one quotation mark, one dash; compatibility
-- forms as one; upper and lower case as one; single blanks.
create function folded_name(written text) returns text language sql immutable parallel safe
return regexp_replace(
  lower(upper(normalize(
    regexp_replace(
      regexp_replace(
        regexp_replace(
          regexp_replace(written,
            '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
            '', 'g'),
          '[\u0060\u00B4\u02B9\u02BB-\u02BF\u02C8\u02CA\u02CB\u055A\u05F3\u07F4\u07F5\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE\u2018-\u201B\u2032\u2035\uA78C\uFF07\uFF40]',
          '''', 'g'),
        '[\u00AB\u00BB\u02BA\u02DD\u05F4\u201C-\u201F\u2033\u2036\u301D-\u301F\uFF02]',
        '"', 'g'),
      '[\u02D7\u058A\u05BE\u1806\u2010-\u2015\u2043\u207B\u208B\u2212\u2E17\u2E1A\u2E3A\u2E3B\u2E40\uFE31\uFE32\uFE58\uFE63\uFF0D]',
      '-', 'g'),
    NFKC) collate "und-x-icu")),
  '[ \u0009-\u000D\u0085\u1680\u2028\u2029\u2800]+', ' ', 'g');

-- Equal for names that read the same: their case, compatibility forms, blanks, kinds of apostrophe, quotation mark and
-- dash, invisible characters, and punctuation at either end make no difference. A standard body, so that a restore, which
-- has no search path, can call it. Its answer is stored: after a change of the rule, drop the columns and add them again.
create function name_key(written text) returns text language sql immutable parallel safe
return coalesce(
  nullif(btrim(folded_name(written), U&' .,;:!?\2022\00B7\3001\3002\060C\061B\06D4\0964'), ''),
  nullif(folded_name(written), ''),
  written);

-- Organizations and groups that already had the same key stay, told apart by a number, until somebody merges or renames
-- them. Whatever is named from now on has 0, and is refused where that is taken.
alter table organizations
  add column name_key text not null generated always as (name_key(name)) stored,
  add column namesake int not null default 0;
alter table groups
  add column name_key text not null generated always as (name_key(name)) stored,
  add column namesake int not null default 0;

update organizations o set namesake = n.number
from (select id, row_number() over (partition by name_key order by id) - 1 as number
      from organizations where archived_at is null) n
where n.id = o.id and n.number > 0;
update groups g set namesake = n.number
from (select id, row_number() over (partition by name_key order by id) - 1 as number from groups) n
where n.id = g.id and n.number > 0;

create unique index organizations_name_idx on organizations (name_key, namesake) where archived_at is null;

-- CreateIndex
CREATE INDEX "organizations_name_key_idx" ON "organizations"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "groups_name_key_namesake_key" ON "groups"("name_key", "namesake");
