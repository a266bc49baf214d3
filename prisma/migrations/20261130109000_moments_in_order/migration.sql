-- Of two changes of the same subject, the later one has the later moment. A change takes its moment when it begins. If it
-- then waits for the row while another one, which began later, is committed, it begins again. Clocks that a test or the demo
-- has set are left alone: they are far from the real time.

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
  real_moment constant boolean := abs(extract(epoch from moment - transaction_timestamp())) < 5;
  latest timestamptz;
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
  if real_moment then
    latest := clock_timestamp() + interval '5 seconds';
    with recent as materialized (
      select subject_type, subject_id, at from events where at between moment and latest and change <> this
    )
    select max(r.at) into latest from recent r
    where (r.subject_type, r.subject_id) in (
      select "subjectType", "subjectId" from json_to_recordset(happened) as x("subjectType" text, "subjectId" uuid));
    if latest is not null then
      raise exception 'moment_behind: % is the moment of an event of the same subject that was appended since',
        to_char(latest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') using errcode = 'serialization_failure';
    end if;
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
