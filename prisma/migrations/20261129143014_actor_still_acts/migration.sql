-- Appending checks, under the lock that puts all changes in one order, that the person still may act: an account that was
-- closed, or that was given another role, while the change was under way writes nothing more.
drop function append_events(uuid, json);

-- Appends a JSON array of { kind, subjectType, subjectId, recommendationId, audience, organizationId, body }, in its order.
-- The body is text; the organization is whose the event is, when that is its audience. `acting_as` is the role with which
-- the actor was let in; null asks nothing.
-- The last statement before commit: everybody else who appends waits until then. `seq` has no gaps and is commit order.
create function append_events(actor uuid, happened json, acting_as text default null)
returns bigint language plpgsql volatile as $$
declare
  e events;
  one json;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_events: only READ COMMITTED sees the link that was committed while it waited';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('events', 0));
  if acting_as is not null
     and not exists (select from users where id = actor and disabled_at is null and role::text = acting_as) then
    raise exception 'actor_changed: the account was closed, or has another role now' using errcode = 'FT001';
  end if;
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
