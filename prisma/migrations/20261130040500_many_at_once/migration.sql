-- What changes many rows at once: the merge of a large organization moves tens of thousands of assignments and tells of each.

-- Events -------------------------------------------------------------------------------------------------------------------

-- That an event follows the one before and names its hash is checked below, once a statement. These two indexes refused a
-- fork alone. Hashes come in no order, so that each event wrote to another page of both.

-- DropIndex
DROP INDEX "events_hash_key";

-- DropIndex
DROP INDEX "events_previous_hash_key";

create function refuse_loose_events() returns trigger language plpgsql as $$
begin
  -- Looked up one by one, and never by a join: PostgreSQL keeps the plan of the first time, and a join that is right for
  -- thousands of events would read the whole history for each single one.
  if exists (
    select from after a
    where a.previous_hash is distinct from coalesce(
      (select p.hash from events p where p.seq = a.seq - 1), case a.seq when 1 then repeat('0', 64) end)
  ) then
    raise exception 'events_chained: an event follows the one before and names its hash' using errcode = 'check_violation';
  end if;
  return null;
end $$;

create trigger events_follow after insert on events
  referencing new table as after for each statement execute function refuse_loose_events();

-- What is hashed of an event after the hash of the one before: these lines, the same as before. PostgreSQL puts the text of
-- both functions in their places, which takes a tenth of the time of a call for each event.
create function event_line(seq bigint, at timestamptz, change uuid, actor uuid, kind text, subject_type text, subject uuid,
  recommendation uuid, audience audience, organization uuid, body text) returns text language sql stable
return array_to_string(array[
  seq::text,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  change::text,
  actor::text,
  kind,
  subject_type,
  subject::text,
  recommendation::text,
  audience::text,
  organization::text,
  body
], E'\n', '');

create function chained_hash(previous text, line text) returns text language sql immutable parallel safe
return encode(sha256(convert_to(previous || E'\n' || line, 'UTF8')), 'hex');

-- SHA-256, in hex, of these lines joined by a line feed: an absent value is an empty line, a time is as toISOString has it.
create or replace function event_hash(e events) returns text language sql stable as $$
  select chained_hash(e.previous_hash, event_line(e.seq, e.at, e.change, e.actor_id, e.kind, e.subject_type, e.subject_id,
    e.recommendation_id, e.audience, e.organization_id, e.body))
$$;

-- Appends a JSON array of { kind, subjectType, subjectId, recommendationId, audience, organizationId, body }, in its order.
-- The body is text; the organization is whose the event is, when that is its audience. `acting_as` is the role with which
-- the actor was let in, and `acting_for` are the organizations to which they belonged then; null asks nothing. Who was
-- moved along when their organization was merged belongs to it still.
-- The last statement before commit: everybody else who appends waits until then. `seq` has no gaps and is commit order.
create or replace function append_events(actor uuid, happened json, acting_as text default null, acting_for uuid[] default null)
returns bigint language plpgsql volatile as $$
declare
  moment constant timestamptz := current_moment();
  this constant uuid := current_change();
  last_seq bigint;
  last_hash text;
  next_hash text;
  line text;
  lines text[];
  hashes text[] := '{}';
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_events: only READ COMMITTED sees the link that was committed while it waited';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('events', 0));
  if acting_as is not null
     and not exists (select from users where id = actor and disabled_at is null and role::text = acting_as) then
    raise exception 'actor_changed: the account was closed, or has another role now' using errcode = 'FT001';
  end if;
  if exists (
    select from organizations o
    where o.id = any(acting_for)
      and not exists (
        select from memberships m where m.user_id = actor and m.organization_id in (o.id, o.merged_into_id)
      )
  ) then
    raise exception 'actor_changed: the actor left an organization' using errcode = 'FT001';
  end if;
  select seq, hash into last_seq, last_hash from events order by seq desc limit 1;
  if not found then
    last_seq := 0;
    last_hash := repeat('0', 64);
  end if;

  lines := array(
    select event_line(last_seq + g.n, moment, this, actor, g.kind, g.subject_type, g.subject_id, g.recommendation_id,
      g.audience, g.organization_id, g.body)
    from rows from (
      json_to_recordset(happened) as (kind text, "subjectType" text, "subjectId" uuid, "recommendationId" uuid,
        audience audience, "organizationId" uuid, body text)
    ) with ordinality g(kind, subject_type, subject_id, recommendation_id, audience, organization_id, body, n)
    order by g.n);
  -- Each hash needs the one before; the rows are written together afterwards.
  next_hash := last_hash;
  foreach line in array lines loop
    next_hash := chained_hash(next_hash, line);
    hashes := array_append(hashes, next_hash);
  end loop;

  insert into events (seq, at, change, actor_id, kind, subject_type, subject_id, recommendation_id, audience,
    organization_id, body, previous_hash, hash)
  select last_seq + g.n, moment, this, actor, g.kind, g.subject_type, g.subject_id, g.recommendation_id, g.audience,
    g.organization_id, g.body, lag(g.hash, 1, last_hash) over (order by g.n), g.hash
  from rows from (
    json_to_recordset(happened) as (kind text, "subjectType" text, "subjectId" uuid, "recommendationId" uuid,
      audience audience, "organizationId" uuid, body text),
    unnest(hashes)
  ) with ordinality g(kind, subject_type, subject_id, recommendation_id, audience, organization_id, body, hash, n)
  order by g.n;
  return last_seq + cardinality(hashes);
end $$;

-- Versions -----------------------------------------------------------------------------------------------------------------

-- The last version of a row is changed at its place. By its key and its end, PostgreSQL may turn to the index of moments, and
-- compare each of thousands of rows that changed at one moment with all others.

create or replace function keep_assignment_versions() returns trigger language plpgsql as $$
declare
  this constant uuid := current_change();
  moment constant timestamptz := current_moment();
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    touched := array(select id from before);
    delete from assignment_versions v using unnest(touched) t(id), lateral (
      select ctid as place, change from assignment_versions where id = t.id order by valid_from desc limit 1) l
    where v.ctid = l.place and l.change = this;
  elsif tg_op = 'INSERT' then
    touched := array(select id from after);
  else
    touched := array(
      select id from (
        select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        progress, verification, closure, version
        from after
        except
        select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        progress, verification, closure, version
        from before) changed);
  end if;
  if cardinality(touched) = 0 then
    return null;
  end if;

  -- A transaction that began earlier may write later: a version never ends before it begins.
  update assignment_versions v set valid_to = greatest(moment, v.valid_from + interval '1 millisecond')
  from unnest(touched) t(id), lateral (
    select ctid as place, change from assignment_versions where id = t.id order by valid_from desc limit 1) l
  where v.ctid = l.place and v.valid_to = 'infinity' and l.change <> this;

  if tg_op <> 'DELETE' then
    -- One change leaves one version, however many statements it took.
    insert into assignment_versions (
      id, valid_from, valid_to, change, recommendation_id, organization_id, via_group_id, role, owner_id, due_on,
      original_due_on, position, progress, verification, closure, status, version)
    select a.id,
      case when l.change = this then l.valid_from
        else greatest(moment, least(l.valid_to, l.valid_from + interval '1 millisecond')) end,
      'infinity', this, a.recommendation_id, a.organization_id, a.via_group_id, a.role, a.owner_id, a.due_on,
      a.original_due_on, a.position, a.progress, a.verification, a.closure, a.status, a.version
    from unnest(touched) t(id) join assignments a on a.id = t.id left join lateral (
      select valid_from, valid_to, change from assignment_versions where id = t.id order by valid_from desc limit 1) l on true
    on conflict (id, valid_from) do update set
      valid_to = excluded.valid_to, recommendation_id = excluded.recommendation_id,
      organization_id = excluded.organization_id, via_group_id = excluded.via_group_id, role = excluded.role,
      owner_id = excluded.owner_id, due_on = excluded.due_on, original_due_on = excluded.original_due_on,
      position = excluded.position, progress = excluded.progress, verification = excluded.verification,
      closure = excluded.closure, status = excluded.status, version = excluded.version;
  end if;
  return null;
end $$;

create or replace function keep_recommendation_versions() returns trigger language plpgsql as $$
declare
  this constant uuid := current_change();
  moment constant timestamptz := current_moment();
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    touched := array(select id from before);
    delete from recommendation_versions v using unnest(touched) t(id), lateral (
      select ctid as place, change from recommendation_versions where id = t.id order by valid_from desc limit 1) l
    where v.ctid = l.place and l.change = this;
  elsif tg_op = 'INSERT' then
    touched := array(select id from after);
  else
    touched := array(
      select id from (
        select id, title, kind, themes, closure, open_count, begun_count, implemented_count, verified_count,
        closed_count, next_due_on, version
        from after
        except
        select id, title, kind, themes, closure, open_count, begun_count, implemented_count, verified_count,
        closed_count, next_due_on, version
        from before) changed);
  end if;
  if cardinality(touched) = 0 then
    return null;
  end if;

  update recommendation_versions v set valid_to = greatest(moment, v.valid_from + interval '1 millisecond')
  from unnest(touched) t(id), lateral (
    select ctid as place, change from recommendation_versions where id = t.id order by valid_from desc limit 1) l
  where v.ctid = l.place and v.valid_to = 'infinity' and l.change <> this;

  if tg_op <> 'DELETE' then
    insert into recommendation_versions (
      id, valid_from, valid_to, change, document_id, key, quote, title, kind, themes, closure, open_count, begun_count,
      implemented_count, verified_count, closed_count, next_due_on, status, version)
    select a.id,
      case when l.change = this then l.valid_from
        else greatest(moment, least(l.valid_to, l.valid_from + interval '1 millisecond')) end,
      'infinity', this, a.document_id, a.key, a.quote, a.title, a.kind, a.themes, a.closure, a.open_count, a.begun_count,
      a.implemented_count, a.verified_count, a.closed_count, a.next_due_on, a.status, a.version
    from unnest(touched) t(id) join recommendations a on a.id = t.id left join lateral (
      select valid_from, valid_to, change from recommendation_versions where id = t.id order by valid_from desc limit 1) l on true
    on conflict (id, valid_from) do update set
      valid_to = excluded.valid_to, document_id = excluded.document_id, key = excluded.key, quote = excluded.quote,
      title = excluded.title, kind = excluded.kind, themes = excluded.themes, closure = excluded.closure,
      open_count = excluded.open_count, begun_count = excluded.begun_count,
      implemented_count = excluded.implemented_count, verified_count = excluded.verified_count,
      closed_count = excluded.closed_count, next_due_on = excluded.next_due_on, status = excluded.status,
      version = excluded.version;
  end if;
  return null;
end $$;

-- Owners -------------------------------------------------------------------------------------------------------------------

-- An owner is taken to be able to act, and once a statement this is checked: once for all assignments that one person owns
-- of one organization.
create or replace function set_acting_owner() returns trigger language plpgsql as $$
begin
  new.acting_owner_id := new.owner_id;
  return new;
end $$;

create function check_acting_owners() returns trigger language plpgsql as $$
declare
  owners uuid[];
  organizations uuid[];
  wrong record;
begin
  if tg_op = 'INSERT' then
    select array_agg(owner_id), array_agg(organization_id) into owners, organizations
    from (select distinct owner_id, organization_id from after where acting_owner_id is not null) pairs;
  else
    select array_agg(owner_id), array_agg(organization_id) into owners, organizations
    from (
      select distinct owner_id, organization_id from (
        select id, owner_id, organization_id, acting_owner_id from after where acting_owner_id is not null
        except
        select id, owner_id, organization_id, acting_owner_id from before) changed) pairs;
  end if;
  if owners is null then
    return null;
  end if;

  -- A change of the person's account or organizations at the same moment is waited for, and then seen.
  perform from users where id = any(owners) order by id for share;
  for wrong in
    select person, organization from unnest(owners, organizations) pairs(person, organization)
    where not can_own(person, organization)
  loop
    update assignments set acting_owner_id = null
    where acting_owner_id = wrong.person and organization_id = wrong.organization;
  end loop;
  return null;
end $$;

create trigger assignments_acting_owners_new after insert on assignments
  referencing new table as after for each statement execute function check_acting_owners();
create trigger assignments_acting_owners_changed after update on assignments
  referencing old table as before new table as after for each statement execute function check_acting_owners();
