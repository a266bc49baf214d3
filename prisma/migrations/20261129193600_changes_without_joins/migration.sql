-- What a statement changed is found without a join: PostgreSQL keeps the plan that it made for a few rows, and a join by
-- nested loops would compare each of twenty thousand rows with all others.

create or replace function keep_assignment_versions() returns trigger language plpgsql as $$
declare
  this constant uuid := current_change();
  moment constant timestamptz := current_moment();
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    touched := array(select id from before);
    delete from assignment_versions v using unnest(touched) t(id), lateral (
      select valid_from, change from assignment_versions where id = t.id order by valid_from desc limit 1) l
    where v.id = t.id and v.valid_from = l.valid_from and l.change = this;
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
    select valid_from, change from assignment_versions where id = t.id order by valid_from desc limit 1) l
  where v.id = t.id and v.valid_from = l.valid_from and v.valid_to = 'infinity' and l.change <> this;

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
      select valid_from, change from recommendation_versions where id = t.id order by valid_from desc limit 1) l
    where v.id = t.id and v.valid_from = l.valid_from and l.change = this;
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
    select valid_from, change from recommendation_versions where id = t.id order by valid_from desc limit 1) l
  where v.id = t.id and v.valid_from = l.valid_from and v.valid_to = 'infinity' and l.change <> this;

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

create or replace function count_assignments() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  if tg_op = 'INSERT' then
    touched := array(select distinct recommendation_id from after);
  elsif tg_op = 'DELETE' then
    touched := array(select distinct recommendation_id from before);
  else
    touched := array(
      select distinct recommendation_id from (
        (select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from after
        except
        select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from before)
        union all
        (select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from before
        except
        select id, recommendation_id, organization_id, via_group_id, role, owner_id, due_on, original_due_on, position,
        position_reason_id, progress, verification, closure, closure_reason_id, version from after)) changed);
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
