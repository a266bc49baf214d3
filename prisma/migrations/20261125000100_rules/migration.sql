-- What Prisma's tables can't say. Each refusal begins with a stable word: Prisma passes on the message, not the constraint's name.

-- Who and when -------------------------------------------------------------------------------------------------------

-- The id of the change under way, the same in every row that one transaction writes. lib/history/change.ts sets it.
create function current_change() returns uuid language plpgsql volatile as $$
begin
  if coalesce(current_setting('app.change', true), '') = '' then
    perform set_config('app.change', gen_random_uuid()::text, true);
  end if;
  return current_setting('app.change')::uuid;
end $$;

-- Its moment, in whole milliseconds, as JavaScript has them. A test or the demo sets `app.now` to any moment it likes.
create function current_moment() returns timestamptz language plpgsql volatile as $$
begin
  if coalesce(current_setting('app.now', true), '') = '' then
    perform set_config('app.now', date_trunc('milliseconds', clock_timestamp())::text, true);
  end if;
  return current_setting('app.now')::timestamptz;
end $$;

create function refuse() returns trigger language plpgsql as $$
begin
  raise exception using message = tg_argv[0], errcode = 'check_violation';
end $$;

-- Events: append-only, one chain -------------------------------------------------------------------------------------

create trigger events_stay before update or delete on events
  for each row execute function refuse('events_append_only: an event is never changed or removed');
create trigger events_stay_all before truncate on events
  for each statement execute function refuse('events_append_only: an event is never changed or removed');
alter table events enable always trigger events_stay, enable always trigger events_stay_all;

-- Only the body, which comes last, may hold a line break: so no two events share one text to be hashed.
alter table events
  add constraint events_kind check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  add constraint events_subject_type check (subject_type ~ '^[a-z_]+$'),
  add constraint events_organization check ((audience = 'organization') = (organization_id is not null)),
  add constraint events_body_is_json check (body::json is not null);

-- SHA-256, in hex, of these lines joined by a line feed: an absent value is an empty line, a time is as toISOString has it.
create function event_hash(e events) returns text language sql stable as $$
  select encode(sha256(convert_to(array_to_string(array[
    e.previous_hash,
    e.seq::text,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    e.change::text,
    e.actor_id::text,
    e.kind,
    e.subject_type,
    e.subject_id::text,
    e.recommendation_id::text,
    e.audience::text,
    e.organization_id::text,
    e.body
  ], E'\n', ''), 'UTF8')), 'hex')
$$;

-- Appends a JSON array of { kind, subjectType, subjectId, recommendationId, audience, organizationId, body }, in its order.
-- The body is text; the organization is whose the event is, when that is its audience.
-- The last statement before commit: everybody else who appends waits until then. `seq` has no gaps and is commit order.
create function append_events(actor uuid, happened json) returns bigint language plpgsql volatile as $$
declare
  e events;
  one json;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_events: only READ COMMITTED sees the link that was committed while it waited';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('events', 0));
  select seq, hash into e.seq, e.hash from events order by seq desc limit 1;
  if not found then
    e.seq := 0;
    e.hash := repeat('0', 64);
  end if;
  e.at := current_moment();
  e.change := current_change();
  e.actor_id := actor;

  for one in select json_array_elements(happened) loop
    e.seq := e.seq + 1;
    e.kind := one ->> 'kind';
    e.subject_type := one ->> 'subjectType';
    e.subject_id := one ->> 'subjectId';
    e.recommendation_id := one ->> 'recommendationId';
    e.audience := one ->> 'audience';
    e.organization_id := one ->> 'organizationId';
    e.body := one ->> 'body';
    e.previous_hash := e.hash;
    e.hash := event_hash(e);
    insert into events select e.*;
  end loop;
  return e.seq;
end $$;

-- Versions: what stood on a day --------------------------------------------------------------------------------------

-- Writes each state of a row, the present one included, into the table named in the trigger, which has the columns that
-- matter, `change`, `valid_from` and `valid_to` (key: id, valid_from). As of a moment: valid_from <= moment < valid_to.
create function keep_version() returns trigger language plpgsql as $$
declare
  versions regclass := tg_argv[0];
  this uuid := coalesce(new.id, old.id);
  since timestamptz := current_moment();
  last record;
begin
  execute format('select valid_from, valid_to, change from %s where id = $1 order by valid_from desc limit 1', versions)
    into last using this;

  if last.change = current_change() then
    -- One change leaves one version, however many statements it took.
    since := last.valid_from;
    execute format('delete from %s where id = $1 and valid_from = $2', versions) using this, since;
  else
    -- A transaction that began earlier may write later: a version never ends before it begins.
    since := greatest(since, least(last.valid_to, last.valid_from + interval '1 millisecond'));
    execute format('update %s set valid_to = $3 where id = $1 and valid_from = $2 and valid_to = ''infinity''', versions)
      using this, last.valid_from, since;
  end if;

  if tg_op <> 'DELETE' then
    execute format('insert into %1$s select v.* from jsonb_populate_record(null::%1$s, $1) v', versions)
      using to_jsonb(new) || jsonb_build_object('valid_from', since, 'valid_to', 'infinity', 'change', current_change());
  end if;
  return null;
end $$;

create trigger recommendations_keep_version after insert or delete on recommendations
  for each row execute function keep_version('recommendation_versions');
create trigger recommendations_keep_version_of_change after update on recommendations
  for each row when (
    (old.title, old.kind, old.themes, old.closure, old.open_count, old.begun_count, old.implemented_count, old.verified_count,
     old.closed_count, old.next_due_on, old.version)
    is distinct from
    (new.title, new.kind, new.themes, new.closure, new.open_count, new.begun_count, new.implemented_count, new.verified_count,
     new.closed_count, new.next_due_on, new.version))
  execute function keep_version('recommendation_versions');
create trigger assignments_keep_version after insert or delete on assignments
  for each row execute function keep_version('assignment_versions');
create trigger assignments_keep_version_of_change after update on assignments
  for each row when (old.* is distinct from new.*) execute function keep_version('assignment_versions');

-- Quotes: exactly their span of the paragraph, in Unicode code points, from either side ------------------------------

create function span(text text, first int, past int) returns text language sql immutable as $$
  select substring(text from first + 1 for past - first)
$$;

alter table recommendations
  add constraint recommendations_span check (start >= 0 and "end" > start and char_length(quote) = "end" - start);

-- FOR SHARE: the foreign key's own lock would let somebody change the text meanwhile.
create function refuse_wrong_quote() returns trigger language plpgsql as $$
begin
  perform from paragraphs where id = new.paragraph_id and span(text, new.start, new."end") = new.quote for share;
  if not found then
    raise exception 'quote_not_in_paragraph: the quote of % is not characters % to % of its paragraph',
      new.key, new.start, new."end" using errcode = 'check_violation';
  end if;
  return new;
end $$;

create function refuse_lost_quote() returns trigger language plpgsql as $$
begin
  if exists (select from recommendations where paragraph_id = new.id and span(new.text, start, "end") <> quote) then
    raise exception 'quote_not_in_paragraph: the text of paragraph % is quoted', new.label using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger recommendations_quote before insert or update of paragraph_id, start, "end", quote on recommendations
  for each row execute function refuse_wrong_quote();
create trigger paragraphs_quoted before update of text on paragraphs
  for each row execute function refuse_lost_quote();
create trigger recommendations_key before update of key on recommendations
  for each row when (old.key is distinct from new.key) execute function refuse('key_fixed: a key is given once');

-- Assignments: three parties decide three things ------------------------------------------------------------------

alter table assignments
  add constraint assignments_verified_is_implemented check (verification = 'none' or progress = 'implemented'),
  add constraint assignments_position_reason check (position not in ('partially_accepted', 'not_accepted') or position_reason_id is not null),
  add constraint assignments_closure_reason check ((closure is null) = (closure_reason_id is null)),
  add constraint assignments_original_due check (due_on is null or original_due_on is not null);
create unique index assignments_one_lead on assignments (recommendation_id) where role = 'lead';

alter table recommendations
  add constraint recommendations_closure_reason check ((closure is null) = (closure_reason_id is null));

-- What is not yet done and has a date: overdue and due soon read this alone.
create index assignments_pending_due_idx on assignments (due_on, recommendation_id)
  where status in ('not_started', 'in_progress', 'partially_implemented');

-- Recommendations: what is kept of their assignments ---------------------------------------------------------------

-- Once a statement, not once a row: 193 States assigned together are one count and one version.
create function count_assignments() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct recommendation_id from after);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct recommendation_id from before);
  else
    touched := array(
      select distinct unnest(array[b.recommendation_id, a.recommendation_id])
      from before b join after a using (id)
      where b.* is distinct from a.*);
  end if;

  -- Two reports at once must not both miss each other: the second waits here, and its count, a new statement, sees both.
  perform from recommendations where id = any(touched) order by id for no key update;

  update recommendations r
  set open_count = c.open, begun_count = c.begun, implemented_count = c.implemented,
      verified_count = c.verified, closed_count = c.closed, next_due_on = c.next_due_on,
      changed_at = greatest(r.changed_at, current_moment())
  from unnest(touched) t(id), lateral (
    select count(*) filter (where status <> 'closed') as open,
           count(*) filter (where status not in ('closed', 'not_started')) as begun,
           count(*) filter (where status in ('implemented', 'verified')) as implemented,
           count(*) filter (where status = 'verified') as verified,
           count(*) filter (where status = 'closed') as closed,
           min(due_on) filter (where status in ('not_started', 'in_progress', 'partially_implemented')) as next_due_on
    from assignments where recommendation_id = t.id) c
  where r.id = t.id;
  return null;
end $$;

create trigger assignments_count_new after insert on assignments
  referencing new table as after for each statement execute function count_assignments();
create trigger assignments_count_changed after update on assignments
  referencing old table as before new table as after for each statement execute function count_assignments();
create trigger assignments_count_gone after delete on assignments
  referencing old table as before for each statement execute function count_assignments();

-- A recommendation has changed when somebody says something about it.
create function touch_recommendation() returns trigger language plpgsql as $$
begin
  update recommendations set changed_at = greatest(changed_at, current_moment()) where id = new.recommendation_id;
  return null;
end $$;

create trigger annotations_touch after insert or update on annotations
  for each row when (new.recommendation_id is not null) execute function touch_recommendation();

-- Parts of words and of keys, which the full-text search doesn't find.
create index recommendations_words_idx on recommendations using gin ((key || ' ' || title || ' ' || quote) gin_trgm_ops);

-- What people wrote stands -------------------------------------------------------------------------------------------

alter table progress_reports
  add constraint progress_reports_submitted check ((state = 'submitted') = (submitted_at is not null));

-- The one change let through is erasure by law: the text named in the trigger goes, and erased_at says when.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null
     and to_jsonb(new) ->> tg_argv[0] = ''
     and to_jsonb(new) - tg_argv[0] - 'erased_at' = to_jsonb(old) - tg_argv[0] - 'erased_at' then
    return new;
  end if;
  raise exception '%_stand: what was handed in is not rewritten; write a new one', tg_table_name
    using errcode = 'check_violation';
end $$;

create trigger progress_reports_stand before update or delete on progress_reports
  for each row when (old.state = 'submitted') execute function refuse_rewriting('narrative');
create trigger annotation_revisions_stand before update or delete on annotation_revisions
  for each row execute function refuse_rewriting('body');
create trigger reasons_stand before update or delete on reasons
  for each row execute function refuse_rewriting('text');

alter table annotations
  add constraint annotations_organization check ((audience = 'organization') = (organization_id is not null)),
  add constraint annotations_span check ((start is null) = ("end" is null) and (start is null or (start >= 0 and "end" > start)));

-- Names that people and addresses rely on ----------------------------------------------------------------------------

create unique index organizations_name_idx on organizations (lower(name)) where archived_at is null;
create unique index groups_name_idx on groups (lower(name));
alter table organizations add constraint organizations_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table groups add constraint groups_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table documents add constraint documents_code check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$');
alter table addressees add constraint addressees_one_party check (organization_id is null or group_id is null);
