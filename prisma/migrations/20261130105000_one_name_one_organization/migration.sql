-- One name, one organization: also with blanks around a dash, in quotation marks, or with a footnote mark after it.

-- The steps, from the inside: composed; without invisible characters; one apostrophe, one quotation mark, one dash;
-- compatibility forms as one; upper and lower case as one; the apostrophes that these brought; single blanks.
create or replace function folded_name(written text) returns text language sql immutable parallel safe
return regexp_replace(
  regexp_replace(lower(upper(lower(normalize(
    regexp_replace(
      regexp_replace(
        regexp_replace(
          regexp_replace(normalize(written, NFC),
            '[\u00AD\u034F\u0600-\u0605\u061C\u06DD\u070F\u0890\u0891\u08E2\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]',
            '', 'g'),
          '[\u0060\u00B4\u02B9\u02BB-\u02BF\u02C8\u02CA\u02CB\u055A\u05F3\u07F4\u07F5\u1FBD\u1FBF\u1FEF\u1FFD\u1FFE\u2018-\u201B\u2032\u2035\u2039\u203A\uA78B\uA78C\uFF07\uFF40]',
          '''', 'g'),
        '[\u00AB\u00BB\u02BA\u02DD\u05F4\u201C-\u201F\u2033\u2034\u2036\u2037\u2057\u301D-\u301F\uFF02]',
        '"', 'g'),
      '[\u02D7\u058A\u05BE\u1400\u1806\u2010-\u2015\u2043\u207B\u208B\u2212\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u2E5D\u301C\u3030\u30A0\uFE31\uFE32\uFE58\uFE63\uFF0D\U00010D6E\U00010EAD]',
      '-', 'g'),
    NFKC) collate "und-x-icu"))),
  '[\u02B9\u02BB-\u02BF]', '''', 'g'),
  '[ \u0009-\u000D\u0085\u1680\u2028\u2029]+', ' ', 'g');

-- Without what stands around a name in a text. A superscript at the end of a word of two characters or more is a
-- footnote mark, so that "G²⁰" stays G20.
create function bare_name(written text) returns text language sql immutable parallel safe
return regexp_replace(
  regexp_replace(
    folded_name(regexp_replace(written,
      '(?<=[^\s\u00B2\u00B3\u00B9\u1D43-\u1D5B\u1D9C\u1DA0\u2070\u2071\u2074-\u2079\u207D-\u207F]{2}\s?)[\u00B2\u00B3\u00B9\u1D43-\u1D5B\u1D9C\u1DA0\u2070\u2071\u2074-\u2079\u207D-\u207F][\u00B2\u00B3\u00B9\u1D43-\u1D5B\u1D9C\u1DA0\u2070\u2071\u2074-\u2079\u207D-\u207F\s,.;*"''\u201D\u2019\u00BB]*$',
      '*')),
    ' ?-[ -]*', '-', 'g'),
  '^[- .,;:!?"''*\u00B7\u00A7\u00B6\u060C\u061B\u06D4\u0964\u2016\u2020-\u2022\u2E02-\u2E05\u2E09\u2E0A\u2E0C\u2E0D\u2E1C\u2E1D\u2E20\u2E21\u3001\u3002\u300C-\u300F]+'
  '|(?:[- .,;:!?"''*\u00B7\u00A7\u00B6\u060C\u061B\u06D4\u0964\u2016\u2020-\u2022\u2E02-\u2E05\u2E09\u2E0A\u2E0C\u2E0D\u2E1C\u2E1D\u2E20\u2E21\u3001\u3002\u300C-\u300F]|\[(?:(?:note|nb) )?(?:[0-9]{1,3}(?:[,-] ?[0-9]{1,3})*|[a-z]|[*\u2020\u2021])\]|\([*\u2020\u2021]+\))+$',
  '', 'g');

-- Equal for names that read the same: their case, compatibility forms, blanks, kinds of apostrophe, quotation mark and
-- dash, invisible characters, and punctuation, quotation marks and footnote marks at either end make no difference. A
-- standard body, so that a restore, which has no search path, can call it. Its answer is stored: after a change of the
-- rule, drop the columns and add them again.
create or replace function name_key(written text) returns text language sql immutable parallel safe
return coalesce(nullif(bare_name(written), ''), nullif(btrim(folded_name(written)), ''), written);

-- Names that read the same from now on stay, told apart by a number, until somebody merges or renames them. The oldest
-- has 0, and is the one that is meant by every spelling that is not exactly the name of another.
alter table organizations drop column name_key;
alter table groups drop column name_key;
alter table organizations add column name_key text not null generated always as (name_key(name)) stored;
alter table groups add column name_key text not null generated always as (name_key(name)) stored;

update organizations o set namesake = n.number
from (select id, row_number() over (partition by name_key order by id) - 1 as number
      from organizations where archived_at is null) n
where n.id = o.id and n.number <> o.namesake;
update groups g set namesake = n.number
from (select id, row_number() over (partition by name_key order by id) - 1 as number from groups) n
where n.id = g.id and n.number <> g.namesake;

create unique index organizations_name_idx on organizations (name_key, namesake) where archived_at is null;

-- CreateIndex
CREATE INDEX "organizations_name_key_idx" ON "organizations"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "groups_name_key_namesake_key" ON "groups"("name_key", "namesake");

-- Themes are compared in the same way: a recommendation has each once, under its first form.
alter table recommendation_themes drop column key;
alter table recommendation_themes
  add column key text collate by_name not null generated always as (name_key(theme)) stored;

delete from recommendation_themes t using recommendation_themes other
where other.recommendation_id = t.recommendation_id and other.key = t.key and other.theme < t.theme;

-- AlterTable
ALTER TABLE "recommendation_themes" ADD CONSTRAINT "recommendation_themes_pkey" PRIMARY KEY ("key", "recommendation_id");
