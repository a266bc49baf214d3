-- What many assignments at once cost: an index that nothing reads, and looking for owners who cannot have changed.

-- DropIndex
DROP INDEX "recommendations_themes_idx";

-- A change of the person's account or organizations at the same moment is waited for, and then seen.
create or replace function set_acting_owner() returns trigger language plpgsql as $$
begin
  if new.owner_id is null then
    new.acting_owner_id := null;
    return new;
  end if;
  perform from users where id = new.owner_id for share;
  new.acting_owner_id := case when can_own(new.owner_id, new.organization_id) then new.owner_id end;
  return new;
end $$;

-- Of a membership, only what its own organization owes.
create or replace function update_acting_owner() returns trigger language plpgsql as $$
declare
  changed jsonb := to_jsonb(coalesce(new, old));
  person uuid := coalesce(changed ->> 'user_id', changed ->> 'id');
  organization uuid := changed ->> 'organization_id';
begin
  perform from users where id = person for no key update;
  update assignments a
  set acting_owner_id = case when can_own(a.owner_id, a.organization_id) then a.owner_id end
  where a.owner_id = person and (organization is null or a.organization_id = organization)
    and a.acting_owner_id is distinct from case when can_own(a.owner_id, a.organization_id) then a.owner_id end;
  return null;
end $$;
