-- What is written for each new recommendation, when a document has ten thousand of them.

-- The same results in less time ------------------------------------------------------------------------------------------

-- A single space is not replaced by a space.
create or replace function folded_text(written text) returns text language sql immutable parallel safe
return case when octet_length(written) = char_length(written)
  then regexp_replace(lower(written), '[ \t-\r]{2,}|[\t-\r]', ' ', 'g')
  else folded_name(written) end;

-- What stands before a sign is read with it: to look back from every character takes ten times as long.
create or replace function without_hyphens(written text) returns text language sql immutable parallel safe
return regexp_replace(written, '([[:alnum:]])-(?=[[:alnum:]])', '\1 ', 'g');

create or replace function with_joined_words(written text) returns text language sql immutable parallel safe
return regexp_replace(
  regexp_replace(written, '([0-9])[, .''](?=[0-9]{3}(?![0-9]))', '\1', 'g'),
  '([[:alnum:]])[-''](?=[[:alnum:]])', '\1', 'g');

create or replace function words_in_capitals(written text) returns tsvector language sql immutable parallel safe
return case when written !~ '[[:upper:]][[:upper:][:digit:]]' then ''::tsvector
  else to_tsvector('simple'::regconfig, coalesce((
    select string_agg(found[1], ' ')
    from regexp_matches(written, '(?<![[:alnum:]])[[:upper:]][[:upper:][:digit:]]+(?![[:alnum:]])', 'g') as found), '')) end;

create or replace function search_words(language text, folded text) returns tsvector language plpgsql immutable parallel safe as $$
declare
  dictionary regconfig := search_dictionary(language);
  bare text := unaccented(folded);
  joined text := with_joined_words(bare);
  words tsvector := to_tsvector(dictionary, folded);
begin
  if bare <> folded then
    words := words || to_tsvector(dictionary, bare);
  end if;
  if joined <> bare then
    words := words || to_tsvector(dictionary, joined);
  end if;
  if octet_length(bare) <> char_length(bare) and is_unspaced(bare) then
    words := words || array_to_tsvector(unspaced_pairs(bare));
  end if;
  return words;
end $$;

create or replace function searched_of(
  language text, code text, key text, title text, quote text, themes text[],
  out words tsvector, out search_text text, out short_key text) language plpgsql immutable parallel safe as $$
declare
  folded_title text := folded_text(title);
  folded_quote text := folded_text(quote);
  bare_key text := without_hyphens(lower(key));
begin
  words := setweight(search_words(language, folded_title), 'A')
    || setweight(search_words(language, folded_quote), 'B')
    || words_in_capitals(title) || words_in_capitals(quote)
    || to_tsvector(search_dictionary(language), bare_key);
  if cardinality(themes) > 0 then
    words := words || setweight(search_words(language, folded_text(array_to_string(themes, ' '))), 'C');
  end if;
  search_text := unaccented(bare_key) || ' ' || without_hyphens(unaccented(folded_title)) || ' '
    || without_hyphens(unaccented(folded_quote));
  short_key := lower(substring(key from char_length(code) + 2));
end $$;

-- Once a statement, not once a row -----------------------------------------------------------------------------------------

-- Without `offset 0`, PostgreSQL may keep the plan of the first time, which reads all documents.
create function keep_new_searches() returns trigger language plpgsql as $$
begin
  insert into recommendation_search (recommendation_id, words, search_text, short_key)
  select r.id, s.words, s.search_text, s.short_key
  from after r
  cross join lateral (select language, code from documents where id = r.document_id offset 0) d,
    searched_of(d.language, d.code, r.key, r.title, r.quote, r.themes) s;
  return null;
end $$;
drop trigger recommendations_keep_search on recommendations;
create trigger recommendations_keep_search after insert on recommendations
  referencing new table as after for each statement execute function keep_new_searches();

create or replace function keep_activity() returns trigger language plpgsql as $$
begin
  insert into recommendation_activity (recommendation_id, changed_at) select id, created_at from after;
  return null;
end $$;
drop trigger recommendations_keep_activity on recommendations;
create trigger recommendations_keep_activity after insert on recommendations
  referencing new table as after for each statement execute function keep_activity();

-- The words that are compared are kept by the process that compares them, not by whoever publishes.
create or replace function await_comparison() returns trigger language plpgsql as $$
begin
  insert into waiting_comparisons (recommendation_id) select id from after;
  return null;
end $$;
