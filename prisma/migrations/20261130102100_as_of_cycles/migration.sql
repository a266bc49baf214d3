-- Which reporting cycles were open on a past day. Their names and days are as they are now.
create view as_of.cycles as
select id, name, asks,
  case
    when closed_at <= (select current_setting('app.as_of')::timestamptz) then 'closed'
    when opened_at <= (select current_setting('app.as_of')::timestamptz) then 'open'
    when state = 'cancelled' then 'cancelled'
    else 'planned'
  end::cycle_state as state,
  opens_on, closes_on, document_id, created_at,
  case when opened_at <= (select current_setting('app.as_of')::timestamptz) then opened_at end as opened_at,
  case when opened_at <= (select current_setting('app.as_of')::timestamptz) then counts_from end as counts_from,
  case when closed_at <= (select current_setting('app.as_of')::timestamptz) then closed_at end as closed_at,
  version
from public.cycles where created_at <= (select current_setting('app.as_of')::timestamptz);
