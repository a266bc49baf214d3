-- Two things that people search for are now among the words: what stands in capitals, since "IT" and "WHO" are stop words
-- of English in lower case, and the key, since "17.2 experts" asks for a key and a word.

-- The words of a text that are in capitals, as they are written. A stop word among them is a word of its own.
create function words_in_capitals(written text) returns tsvector language sql immutable parallel safe
return to_tsvector('simple'::regconfig, coalesce((
  select string_agg(found[1], ' ')
  from regexp_matches(written, '(?<![[:alnum:]])[[:upper:]][[:upper:][:digit:]]+(?![[:alnum:]])', 'g') as found), ''));

create or replace function searched_of(
  language text, code text, key text, title text, quote text, themes text[],
  out words tsvector, out search_text text, out short_key text) language plpgsql immutable parallel safe as $$
declare
  folded_title text := folded_text(title);
  folded_quote text := folded_text(quote);
begin
  words := setweight(search_words(language, folded_title), 'A')
    || setweight(search_words(language, folded_quote), 'B')
    || setweight(search_words(language, folded_text(array_to_string(themes, ' '))), 'C')
    || words_in_capitals(title) || words_in_capitals(quote)
    || to_tsvector(search_dictionary(language), without_hyphens(lower(key)));
  search_text := without_hyphens(unaccented(lower(key) || ' ' || folded_title || ' ' || folded_quote));
  short_key := lower(substring(key from char_length(code) + 2));
end $$;

update recommendation_search k
set words = s.words
from recommendations r join documents d on d.id = r.document_id,
  searched_of(d.language, d.code, r.key, r.title, r.quote, r.themes) s
where k.recommendation_id = r.id and k.words is distinct from s.words;

analyze recommendation_search;
