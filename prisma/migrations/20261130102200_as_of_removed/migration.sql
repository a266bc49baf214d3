-- Which recommendations had been removed on a past day.
create view as_of.removed_recommendations as
select id, key, document_id, title, removed_at
from public.removed_recommendations where removed_at <= (select current_setting('app.as_of')::timestamptz);
