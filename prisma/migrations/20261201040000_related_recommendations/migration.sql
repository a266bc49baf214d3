-- Recommendations that say the same, found by the trigrams of their quotes.

-- The words of a quote that are compared: in lower case, without the States in brackets at its end, and at most so many
-- that one comparison takes a bounded time.
create function compared_words(quote text) returns text language sql immutable parallel safe
return lower(regexp_replace(left(quote, 4000), '\s*\([^()]*\)(?=[\s.;,]*$)', ''));

-- In a table of its own, because reports change the recommendation often.
create table recommendation_comparisons (
  recommendation_id uuid not null,
  words text not null,
  constraint recommendation_comparisons_pkey primary key (recommendation_id),
  constraint recommendation_comparisons_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade
);
create index recommendation_comparisons_words_idx on recommendation_comparisons using gin (words gin_trgm_ops);

-- The recommendations that wait to be compared with all others.
create table waiting_comparisons (
  recommendation_id uuid not null,
  constraint waiting_comparisons_pkey primary key (recommendation_id),
  constraint waiting_comparisons_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade
);

-- Two recommendations and how much their words have in common. Each pair is here twice, once for each of the two.
create table related_recommendations (
  recommendation_id uuid not null,
  other_id uuid not null,
  similarity real not null,
  constraint related_recommendations_pkey primary key (recommendation_id, other_id),
  constraint related_recommendations_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade,
  constraint related_recommendations_other_id_fkey foreign key (other_id) references recommendations (id) on update cascade on delete cascade,
  constraint related_recommendations_similarity check (similarity >= 0.6 and recommendation_id <> other_id)
);
create index related_recommendations_other_id_idx on related_recommendations (other_id);

create function await_comparison() returns trigger language plpgsql as $$
begin
  insert into recommendation_comparisons (recommendation_id, words) select id, compared_words(quote) from after;
  insert into waiting_comparisons (recommendation_id) select id from after;
  return null;
end
$$;
create trigger recommendations_await_comparison after insert on recommendations
  referencing new table as after for each statement execute function await_comparison();

insert into recommendation_comparisons (recommendation_id, words) select id, compared_words(quote) from recommendations;
insert into waiting_comparisons (recommendation_id) select id from recommendations;

-- What people say of two recommendations.
create type relation as enum ('repeats', 'supersedes', 'part_of');
create table recommendation_links (
  recommendation_id uuid not null,
  other_id uuid not null,
  relation relation not null,
  constraint recommendation_links_pkey primary key (recommendation_id, other_id),
  constraint recommendation_links_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade,
  constraint recommendation_links_other_id_fkey foreign key (other_id) references recommendations (id) on update cascade on delete cascade,
  constraint recommendation_links_others check (recommendation_id <> other_id)
);
create index recommendation_links_other_id_idx on recommendation_links (other_id);
