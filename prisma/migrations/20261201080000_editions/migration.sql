-- New editions of a document: what its recommendations and annotations become in the new text.

create type place_state as enum ('unchanged', 'moved', 'changed', 'gone');

alter table editions
  -- The hash of the file that it was read from.
  add column sha256 text,
  add column published_at timestamptz(3) not null default current_timestamp,
  -- A withdrawn edition is as if it had never been published, but its number is not given again.
  add column withdrawn_at timestamptz(3),
  add constraint editions_sha256 check (sha256 ~ '^[0-9a-f]{64}$');
update editions e set published_at = d.created_at from documents d where d.id = e.document_id;
update editions e set published_at = i.published_at, sha256 = i.sha256 from imports i where i.edition_id = e.id;

-- Where a recommendation, or an annotation on a part of a text, stands in an edition after the one that it was made from.
create table places (
  id uuid not null,
  recommendation_id uuid,
  annotation_id uuid,
  edition_id uuid not null,
  paragraph_id uuid,
  start integer,
  "end" integer,
  quote text,
  state place_state not null,
  decided_by_id uuid not null,
  decided_at timestamptz(3) not null,
  constraint places_pkey primary key (id),
  constraint places_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade,
  constraint places_annotation_id_fkey foreign key (annotation_id) references annotations (id) on update cascade on delete cascade,
  constraint places_edition_id_fkey foreign key (edition_id) references editions (id) on update cascade on delete restrict,
  constraint places_paragraph_id_fkey foreign key (paragraph_id) references paragraphs (id) on update cascade on delete restrict,
  constraint places_decided_by_id_fkey foreign key (decided_by_id) references users (id) on update cascade on delete restrict,
  constraint places_one check (num_nonnulls(recommendation_id, annotation_id) = 1),
  constraint places_gone check (num_nulls(paragraph_id, start, "end", quote) = case when state = 'gone' then 4 else 0 end),
  constraint places_span check (start >= 0 and "end" > start and char_length(quote) = "end" - start)
);
create unique index places_recommendation_id_edition_id_key on places (recommendation_id, edition_id);
create unique index places_annotation_id_edition_id_key on places (annotation_id, edition_id);
create index places_edition_id_idx on places (edition_id);
create index places_paragraph_id_idx on places (paragraph_id);

create function refuse_wrong_place() returns trigger language plpgsql as $$
begin
  if new.paragraph_id is not null then
    perform from paragraphs
      where id = new.paragraph_id and edition_id = new.edition_id and span(text, new.start, new."end") = new.quote for share;
    if not found then
      raise exception 'quote_not_in_paragraph: the quote of place % is not characters % to % of a paragraph of its edition',
        new.id, new.start, new."end" using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger places_quote before insert on places for each row execute function refuse_wrong_place();
create trigger places_stand before update on places
  for each row execute function refuse('places_stand: what was decided for an edition stays as it was');

create or replace function refuse_lost_quote() returns trigger language plpgsql as $$
begin
  if exists (select from recommendations where paragraph_id = new.id and span(new.text, start, "end") <> quote)
    or exists (select from places where paragraph_id = new.id and span(new.text, start, "end") <> quote) then
    raise exception 'quote_not_in_paragraph: the text of paragraph % is quoted', new.label using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Imports of a new edition ---------------------------------------------------------------------------------------------

alter table imports
  -- The document of which it becomes an edition.
  add column edition_of_id uuid,
  -- The edition with which its text was compared.
  add column based_on_id uuid,
  add constraint imports_edition_of_id_fkey foreign key (edition_of_id) references documents (id) on update cascade on delete restrict,
  add constraint imports_based_on_id_fkey foreign key (based_on_id) references editions (id) on update cascade on delete restrict,
  add constraint imports_based_on check (based_on_id is null or edition_of_id is not null);
create index imports_edition_of_id_idx on imports (edition_of_id);

-- The paragraph of the edition before that became this one.
alter table import_paragraphs
  add column was_id uuid,
  add constraint import_paragraphs_was_id_fkey foreign key (was_id) references paragraphs (id) on update cascade on delete restrict;
create unique index import_paragraphs_import_id_was_id_key on import_paragraphs (import_id, was_id);

-- What recommendations and annotations become in the new text: proposed, until a person has decided.
create table import_places (
  id uuid not null,
  import_id uuid not null,
  recommendation_id uuid,
  annotation_id uuid,
  -- Its words in the edition before, and the place of these in the order of that text.
  was_paragraph_id uuid not null,
  was_ordinal integer not null,
  was_start integer not null,
  was_end integer not null,
  was_quote text not null,
  -- The paragraph of the import, and the part of it.
  paragraph integer,
  start integer,
  "end" integer,
  quote text,
  state place_state not null,
  -- The state and the span that were proposed, to which a decision is taken back.
  proposed jsonb not null,
  decided_by_id uuid,
  decided_at timestamptz(3),
  version integer not null default 1,
  constraint import_places_pkey primary key (id),
  constraint import_places_import_id_fkey foreign key (import_id) references imports (id) on update cascade on delete cascade,
  constraint import_places_recommendation_id_fkey foreign key (recommendation_id) references recommendations (id) on update cascade on delete cascade,
  constraint import_places_annotation_id_fkey foreign key (annotation_id) references annotations (id) on update cascade on delete cascade,
  constraint import_places_was_paragraph_id_fkey foreign key (was_paragraph_id) references paragraphs (id) on update cascade on delete restrict,
  constraint import_places_import_id_paragraph_fkey foreign key (import_id, paragraph) references import_paragraphs (import_id, ordinal) on update cascade on delete cascade,
  constraint import_places_decided_by_id_fkey foreign key (decided_by_id) references users (id) on update cascade on delete restrict,
  constraint import_places_one check (num_nonnulls(recommendation_id, annotation_id) = 1),
  constraint import_places_gone check (num_nulls(paragraph, start, "end", quote) = case when state = 'gone' then 4 else 0 end),
  constraint import_places_span check (start >= 0 and "end" > start and char_length(quote) = "end" - start),
  constraint import_places_decided check ((decided_by_id is null) = (decided_at is null))
);
create unique index import_places_import_id_recommendation_id_key on import_places (import_id, recommendation_id);
create unique index import_places_import_id_annotation_id_key on import_places (import_id, annotation_id);
create index import_places_import_id_was_ordinal_was_start_id_idx on import_places (import_id, was_ordinal, was_start, id);
create index import_places_recommendation_id_idx on import_places (recommendation_id);
create index import_places_annotation_id_idx on import_places (annotation_id);
create index import_places_was_paragraph_id_idx on import_places (was_paragraph_id);
create index import_places_import_id_paragraph_idx on import_places (import_id, paragraph);

create function refuse_wrong_import_place() returns trigger language plpgsql as $$
begin
  if new.paragraph is not null then
    perform from import_paragraphs
      where import_id = new.import_id and ordinal = new.paragraph and span(text, new.start, new."end") = new.quote for share;
    if not found then
      raise exception 'quote_not_in_paragraph: the quote of place % is not characters % to % of its paragraph',
        new.id, new.start, new."end" using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
create trigger import_places_quote before insert or update of import_id, paragraph, start, "end", quote on import_places
  for each row execute function refuse_wrong_import_place();

-- The editions of a past day -------------------------------------------------------------------------------------------

create view as_of.editions as
select id, document_id, number, sha256, published_at,
  case when withdrawn_at <= (select current_setting('app.as_of')::timestamptz) then withdrawn_at end as withdrawn_at
from public.editions where published_at <= (select current_setting('app.as_of')::timestamptz);

create view as_of.places as
select x.id, x.recommendation_id, x.annotation_id, x.edition_id, x.paragraph_id, x.start, x."end", x.quote, x.state,
  x.decided_by_id, x.decided_at
from public.places x join as_of.editions e on e.id = x.edition_id;
