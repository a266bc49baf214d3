-- Search: in the language of the document, whatever the accents, case, Unicode form and hyphens, and also for short words
-- of scripts that put no spaces between words.

-- How texts are compared -----------------------------------------------------------------------------------------------

-- A text as names are compared: compatibility forms, case, dashes and blanks as one. Plain ASCII takes the short way.
create function folded_text(written text) returns text language sql immutable parallel safe
return case when octet_length(written) = char_length(written)
  then regexp_replace(lower(written), '[ \t-\r]+', ' ', 'g')
  else folded_name(written) end;

-- A folded text without accents and vowel points. The Cyrillic letter й is a letter of its own and stays; so do the vowel
-- signs of Indic and Thai scripts.
create function unaccented(folded text) returns text language sql immutable parallel safe
return case when octet_length(folded) = char_length(folded) then folded else
  replace(replace(replace(
    translate(
      regexp_replace(
        normalize(translate(folded, U&'\0439', U&'\E002'), NFD),
        '[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF]',
        '', 'g'),
      U&'\E002\00F8\0142\0111\00F0\0127\0131\0167', U&'\0439oldd' || 'hit'),
    U&'\00E6', 'ae'), U&'\0153', 'oe'), U&'\00FE', 'th') end;

-- A text as parts of words are searched in it: folded, without accents, and with a blank for a hyphen within a word.
create function without_hyphens(written text) returns text language sql immutable parallel safe
return regexp_replace(written, '(?<=[[:alnum:]])-(?=[[:alnum:]])', ' ', 'g');

-- A text with the two parts of a hyphenated word as one: "co-operate" is found by "cooperate", and the other way round.
create function with_joined_words(written text) returns text language sql immutable parallel safe
return regexp_replace(written, '(?<=[[:alnum:]])-(?=[[:alnum:]])', '', 'g');

create function searchable(written text) returns text language sql immutable parallel safe
return without_hyphens(unaccented(folded_text(written)));

-- A pattern for LIKE on searchable text: what was typed stands for itself.
create function part_of(typed text) returns text language sql immutable parallel safe
return '%' || replace(replace(replace(btrim(searchable(typed)), '\', '\\'), '%', '\%'), '_', '\_') || '%';

-- The dictionary of a document's language; every other language is searched word by word, without stems.
create function search_dictionary(language text) returns regconfig language sql immutable parallel safe
return case split_part(language, '-', 1)
  when 'ar' then 'arabic'::regconfig
  when 'en' then 'english'::regconfig
  when 'es' then 'spanish'::regconfig
  when 'fr' then 'french'::regconfig
  when 'ru' then 'russian'::regconfig
  else 'simple'::regconfig
end;

-- Han, kana, Thai, Lao, Burmese and Khmer: their words have no spaces between them.
create function is_unspaced(written text) returns boolean language sql immutable parallel safe
return written ~ '[\u0E01-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]';

-- Every character of such scripts, and every two that follow each other.
create function unspaced_pairs(written text) returns text[] language sql immutable parallel safe
return case when is_unspaced(written) then (
  select array_agg(distinct part) from (
    select unnest(array[c, case when is_unspaced(next) then c || next end]) as part
    from (select c, lead(c) over (order by place) as next
          from unnest(string_to_array(written, null)) with ordinality as t(c, place)) pairs
    where is_unspaced(c)) parts
  where part is not null) end;

-- The words of a folded text: as written and, where that differs, without accents and with hyphenated words joined, so that
-- every form of a query finds them; and the pairs.
create function search_words(language text, folded text) returns tsvector language plpgsql immutable parallel safe as $$
declare
  dictionary regconfig := search_dictionary(language);
  bare text := unaccented(folded);
  words tsvector := to_tsvector(dictionary, folded);
begin
  if bare <> folded then
    words := words || to_tsvector(dictionary, bare);
  end if;
  if with_joined_words(bare) <> bare then
    words := words || to_tsvector(dictionary, with_joined_words(bare));
  end if;
  if is_unspaced(bare) then
    words := words || array_to_tsvector(unspaced_pairs(bare));
  end if;
  return words;
end $$;

create function query_in_every_language(typed text) returns tsquery language sql immutable parallel safe
return websearch_to_tsquery('english', typed) || websearch_to_tsquery('arabic', typed)
  || websearch_to_tsquery('spanish', typed) || websearch_to_tsquery('french', typed)
  || websearch_to_tsquery('russian', typed) || websearch_to_tsquery('simple', typed);

-- What somebody typed, as a query in every language at once: a document's words have the stems of its own language. What is
-- left out by a minus must be asked by a query of its own: in an OR of languages each would let through the others' words.
create function search_query(typed text) returns tsquery language plpgsql immutable parallel safe as $$
declare
  unspaced constant text :=
    '[\u0E01-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\U00020000-\U0003FFFF]';
  folded text := regexp_replace(folded_text(typed), unspaced, ' ', 'g');
  bare text := unaccented(folded);
  pairs tsquery := (select string_agg('''' || part || '''', ' & ')::tsquery
                    from unnest(unspaced_pairs(searchable(typed))) as part);
  words tsquery := query_in_every_language(without_hyphens(bare));
begin
  if bare <> folded then
    words := words || query_in_every_language(folded);
  end if;
  if with_joined_words(bare) <> bare then
    words := words || query_in_every_language(with_joined_words(bare));
  end if;
  if pairs is null then
    return words;
  end if;
  return case when numnode(words) = 0 then pairs else words && pairs end;
end $$;

-- What is kept for search ----------------------------------------------------------------------------------------------

-- By trigger in place of a generated column: the language stands in the document, and a change of counts, which every
-- report makes, need not read the words again.
drop index recommendations_search_idx;
drop index recommendations_words_idx;
drop index recommendations_short_key_idx;
alter table recommendations
  alter column search drop expression,
  add column search_text text,
  -- What the key says after its document's code, in lower case: people search for "17.2".
  add column short_key text;
drop function search_of_recommendation(text, text, text[]);

create function keep_search() returns trigger language plpgsql as $$
declare
  document documents;
  title text := folded_text(new.title);
  quote text := folded_text(new.quote);
begin
  select * into document from documents where id = new.document_id;
  new.search := setweight(search_words(document.language, title), 'A')
    || setweight(search_words(document.language, quote), 'B')
    || setweight(search_words(document.language, folded_text(array_to_string(new.themes, ' '))), 'C');
  new.search_text := without_hyphens(unaccented(lower(new.key) || ' ' || title || ' ' || quote));
  new.short_key := lower(substring(new.key from char_length(document.code) + 2));
  return new;
end $$;

create trigger recommendations_keep_search before insert or update of document_id, key, title, quote, themes on recommendations
  for each row execute function keep_search();

create function search_in_language() returns trigger language plpgsql as $$
begin
  update recommendations set title = title where document_id = new.id;
  return null;
end $$;

create trigger documents_search_in_language after update of language on documents
  for each row when (old.language is distinct from new.language) execute function search_in_language();

update recommendations set title = title;

-- A small list of words that wait to be sorted in: every search reads all of it.
create index recommendations_search_idx on recommendations using gin (search) with (gin_pending_list_limit = 256);
create index recommendations_words_idx on recommendations using gin (search_text gin_trgm_ops) with (gin_pending_list_limit = 256);

-- CreateIndex
CREATE INDEX "recommendations_short_key_idx" ON "recommendations"("short_key");

-- Organizations and people are found by parts of their names and addresses.
alter table organizations
  add column search_text text not null generated always as (searchable(name || ' ' || slug)) stored;
alter table users
  add column search_text text not null generated always as (searchable(name || ' ' || email::text)) stored;

-- CreateIndex
CREATE INDEX "organizations_search_text_idx" ON "organizations" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "users_search_text_idx" ON "users" USING GIN ("search_text" gin_trgm_ops);
