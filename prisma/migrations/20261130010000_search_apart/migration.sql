-- What is searched stands in a table of its own. Every report moves its recommendation's counts and dates: beside them the
-- words would be entered into their indexes again with each of these changes.

-- CreateTable
CREATE TABLE "recommendation_search" (
    "recommendation_id" UUID NOT NULL,
    "words" tsvector NOT NULL,
    "search_text" TEXT NOT NULL,
    "short_key" TEXT NOT NULL,

    CONSTRAINT "recommendation_search_pkey" PRIMARY KEY ("recommendation_id")
);

-- What is searched of a recommendation: its words with the stems of the document's language; key, title and quote for parts
-- of words; and what the key says after the document's code, since people search for "17.2".
create function searched_of(
  language text, code text, key text, title text, quote text, themes text[],
  out words tsvector, out search_text text, out short_key text) language plpgsql immutable parallel safe as $$
declare
  folded_title text := folded_text(title);
  folded_quote text := folded_text(quote);
begin
  words := setweight(search_words(language, folded_title), 'A')
    || setweight(search_words(language, folded_quote), 'B')
    || setweight(search_words(language, folded_text(array_to_string(themes, ' '))), 'C');
  search_text := without_hyphens(unaccented(lower(key) || ' ' || folded_title || ' ' || folded_quote));
  short_key := lower(substring(key from char_length(code) + 2));
end $$;

insert into recommendation_search (recommendation_id, words, search_text, short_key)
select r.id, s.words, s.search_text, s.short_key
from recommendations r join documents d on d.id = r.document_id,
  searched_of(d.language, d.code, r.key, r.title, r.quote, r.themes) s;

-- The old columns go, and their indexes with them --------------------------------------------------------------------------

drop trigger recommendations_keep_search on recommendations;
alter table recommendations drop column search, drop column search_text, drop column short_key;

-- How it is kept -----------------------------------------------------------------------------------------------------------

create or replace function keep_search() returns trigger language plpgsql as $$
begin
  insert into recommendation_search (recommendation_id, words, search_text, short_key)
  select new.id, s.words, s.search_text, s.short_key
  from documents d, searched_of(d.language, d.code, new.key, new.title, new.quote, new.themes) s
  where d.id = new.document_id
  on conflict (recommendation_id) do update
    set words = excluded.words, search_text = excluded.search_text, short_key = excluded.short_key;
  return null;
end $$;

create trigger recommendations_keep_search after insert on recommendations
  for each row execute function keep_search();
create trigger recommendations_keep_search_of_change after update of title, quote, themes on recommendations
  for each row when ((old.title, old.quote, old.themes) is distinct from (new.title, new.quote, new.themes))
  execute function keep_search();

create or replace function search_in_language() returns trigger language plpgsql as $$
begin
  -- Whoever changes one of the titles at the same time waits, or is waited for.
  perform from recommendations where document_id = new.id order by id for no key update;
  update recommendation_search k
  set words = s.words, search_text = s.search_text
  from recommendations r, searched_of(new.language, new.code, r.key, r.title, r.quote, r.themes) s
  where r.document_id = new.id and k.recommendation_id = r.id;
  return null;
end $$;

-- A small list of words that wait to be sorted in: every search reads all of it.
create index recommendation_search_words_idx on recommendation_search using gin (words) with (gin_pending_list_limit = 256);
create index recommendation_search_search_text_idx on recommendation_search using gin (search_text gin_trgm_ops)
  with (gin_pending_list_limit = 256);

-- CreateIndex
CREATE INDEX "recommendation_search_short_key_idx" ON "recommendation_search"("short_key");

-- AddForeignKey
ALTER TABLE "recommendation_search" ADD CONSTRAINT "recommendation_search_recommendation_id_fkey" FOREIGN KEY ("recommendation_id") REFERENCES "recommendations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

analyze recommendation_search;

-- The planner adds up how often each part of a query is met: what is the same in several languages is asked once.
create or replace function query_in_every_language(typed text) returns tsquery language sql immutable parallel safe
return (
  select coalesce(string_agg('(' || query::text || ')', ' | ')::tsquery, ''::tsquery)
  from (
    select distinct websearch_to_tsquery(dictionary, typed) as query
    from unnest(array['english', 'arabic', 'spanish', 'french', 'russian', 'simple']::regconfig[]) as dictionary) queries
  where numnode(query) > 0);
