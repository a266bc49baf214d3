-- Versions are kept once a statement, not once a row: what is done to many rows takes about as long as to a few. What is
-- kept is the same: one version for each change, which never ends before it begins.
drop trigger assignments_keep_version on assignments;
drop trigger assignments_keep_version_of_change on assignments;
drop trigger recommendations_keep_version on recommendations;
drop trigger recommendations_keep_version_of_change on recommendations;
-- keep_version() stays for what changes a row at a time: the versions of names.

create function keep_assignment_versions() returns trigger language plpgsql as $$
declare
  this constant uuid := current_change();
  moment constant timestamptz := current_moment();
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    touched := array(select id from before);
    delete from assignment_versions v using (
      select distinct on (id) id, valid_from, change from assignment_versions where id = any(touched)
      order by id, valid_from desc) l
    where v.id = l.id and v.valid_from = l.valid_from and l.change = this;
  elsif tg_op = 'INSERT' then
    touched := array(select id from after);
  else
    touched := array(
      select id from before b join after a using (id)
      where (b.recommendation_id, b.organization_id, b.via_group_id, b.role, b.owner_id, b.due_on, b.original_due_on,
             b.position, b.progress, b.verification, b.closure, b.version)
            is distinct from
            (a.recommendation_id, a.organization_id, a.via_group_id, a.role, a.owner_id, a.due_on, a.original_due_on,
             a.position, a.progress, a.verification, a.closure, a.version));
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
    from after a left join lateral (
      select valid_from, valid_to, change from assignment_versions where id = a.id order by valid_from desc limit 1) l on true
    where a.id = any(touched)
    on conflict (id, valid_from) do update set
      valid_to = excluded.valid_to, recommendation_id = excluded.recommendation_id,
      organization_id = excluded.organization_id, via_group_id = excluded.via_group_id, role = excluded.role,
      owner_id = excluded.owner_id, due_on = excluded.due_on, original_due_on = excluded.original_due_on,
      position = excluded.position, progress = excluded.progress, verification = excluded.verification,
      closure = excluded.closure, status = excluded.status, version = excluded.version;
  end if;
  return null;
end $$;

create function keep_recommendation_versions() returns trigger language plpgsql as $$
declare
  this constant uuid := current_change();
  moment constant timestamptz := current_moment();
  touched uuid[];
begin
  if tg_op = 'DELETE' then
    touched := array(select id from before);
    delete from recommendation_versions v using (
      select distinct on (id) id, valid_from, change from recommendation_versions where id = any(touched)
      order by id, valid_from desc) l
    where v.id = l.id and v.valid_from = l.valid_from and l.change = this;
  elsif tg_op = 'INSERT' then
    touched := array(select id from after);
  else
    touched := array(
      select id from before b join after a using (id)
      where (b.title, b.kind, b.themes, b.closure, b.open_count, b.begun_count, b.implemented_count, b.verified_count,
             b.closed_count, b.next_due_on, b.version)
            is distinct from
            (a.title, a.kind, a.themes, a.closure, a.open_count, a.begun_count, a.implemented_count, a.verified_count,
             a.closed_count, a.next_due_on, a.version));
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
    from after a left join lateral (
      select valid_from, valid_to, change from recommendation_versions where id = a.id order by valid_from desc limit 1) l on true
    where a.id = any(touched)
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

create trigger assignments_keep_version_new after insert on assignments
  referencing new table as after for each statement execute function keep_assignment_versions();
create trigger assignments_keep_version_changed after update on assignments
  referencing old table as before new table as after for each statement execute function keep_assignment_versions();
create trigger assignments_keep_version_gone after delete on assignments
  referencing old table as before for each statement execute function keep_assignment_versions();
create trigger recommendations_keep_version_new after insert on recommendations
  referencing new table as after for each statement execute function keep_recommendation_versions();
create trigger recommendations_keep_version_changed after update on recommendations
  referencing old table as before new table as after for each statement execute function keep_recommendation_versions();
create trigger recommendations_keep_version_gone after delete on recommendations
  referencing old table as before for each statement execute function keep_recommendation_versions();
