-- Evidence is withdrawn once. Its content goes with its erasure by law, or because a scan found malware. Nothing else of it
-- changes, except what a scan found.
create or replace function refuse_changed_evidence() returns trigger language plpgsql as $$
declare
  changing text[] := array['url', 'stored_as', 'scan', 'withdrawn_at', 'withdrawn_by_id', 'withdrawal_reason_id', 'erased_at'];
  erasing boolean := tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null
    and is_erased(old.id, new.erased_at);
begin
  if tg_op = 'DELETE'
     or to_jsonb(new) - changing <> to_jsonb(old) - changing
     or (old.withdrawn_at is not null and (new.withdrawn_at, new.withdrawn_by_id, new.withdrawal_reason_id)
       is distinct from (old.withdrawn_at, old.withdrawn_by_id, old.withdrawal_reason_id))
     or (new.scan <> old.scan and not (old.scan = 'pending' and new.scan::text in ('clean', 'infected', 'held'))
       and not (old.scan::text = 'held' and new.scan = 'not_scanned'))
     or (new.erased_at is distinct from old.erased_at and not erasing)
     or (new.url is distinct from old.url and not (erasing and new.url is null))
     or (new.stored_as is distinct from old.stored_as and not (new.stored_as is null and (erasing or new.scan = 'infected')))
  then
    raise exception 'evidence_stands: evidence is not changed; withdraw it and add another' using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- Content that was erased is gone from past days too.
create or replace view as_of.evidence as
select id, assignment_id, kind, title_id, url, sha256, bytes, media_type, stored_as, covers_from, covers_to, audience,
  author_id, on_behalf, added_at, scan, withdrawn_at, withdrawn_by_id, withdrawal_reason_id, erased_at
from public.evidence where added_at <= (select current_setting('app.as_of')::timestamptz);
