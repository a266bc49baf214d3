-- Search finds "O'Brien" by "obrien" and "1,200" by "1200" and "1 200", and the other way round.

-- A text with the parts of a word as one, and of a number: "co-operate" is found by "cooperate", "O'Brien" by "obrien" and
-- "1,200" by "1200", and the other way round.
create or replace function with_joined_words(written text) returns text language sql immutable parallel safe
return regexp_replace(
  regexp_replace(written, '(?<=[0-9])[, .''](?=[0-9]{3}(?![0-9]))', '', 'g'),
  '(?<=[[:alnum:]])[-''](?=[[:alnum:]])', '', 'g');

-- A name with something else by which it is found, and with its own words joined where they have signs in them.
create function searchable_name(name text, other text) returns text language sql immutable parallel safe
return searchable(name || ' ' || other) || case
  when with_joined_words(folded_text(name)) = folded_text(name) then ''
  else ' ' || unaccented(with_joined_words(folded_text(name))) end;

alter table organizations drop column search_text;
alter table organizations
  add column search_text text not null generated always as (searchable_name(name, slug)) stored;
alter table users drop column search_text;
alter table users
  add column search_text text not null generated always as (searchable_name(name, email::text)) stored;

-- CreateIndex
CREATE INDEX "organizations_search_text_idx" ON "organizations" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "users_search_text_idx" ON "users" USING GIN ("search_text" gin_trgm_ops);

-- Every text, because names and texts are folded by the same rule, which has changed.
update recommendation_search k
set words = s.words, search_text = s.search_text
from recommendations r join documents d on d.id = r.document_id,
  searched_of(d.language, d.code, r.key, r.title, r.quote, r.themes) s
where k.recommendation_id = r.id
  and (k.words is distinct from s.words or k.search_text is distinct from s.search_text);

analyze recommendation_search;
