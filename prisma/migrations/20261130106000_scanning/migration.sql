-- A file that the scanner cannot take is held until an administrator releases it.

alter type evidence_scan add value 'held';

-- Evidence is withdrawn once, and its content can only be removed. Nothing else of it changes, except what a scan found.
create or replace function refuse_changed_evidence() returns trigger language plpgsql as $$
declare
  changing text[] := array['stored_as', 'scan', 'withdrawn_at', 'withdrawn_by_id', 'withdrawal_reason_id'];
begin
  if tg_op = 'DELETE'
     or to_jsonb(new) - changing <> to_jsonb(old) - changing
     or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by_id, new.withdrawal_reason_id)
       is distinct from (old.withdrawn_at, old.withdrawn_by_id, old.withdrawal_reason_id))
     or (new.scan <> old.scan and not (old.scan = 'pending' and new.scan::text in ('clean', 'infected', 'held'))
       and not (old.scan::text = 'held' and new.scan = 'not_scanned'))
     or (new.stored_as is distinct from old.stored_as and new.stored_as is not null)
  then
    raise exception 'evidence_stands: evidence is not changed; withdraw it and add another' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create index evidence_pending_idx on evidence (added_at, id) where scan = 'pending';
