-- Drafts of documents become imports of their authors. They are read again, and reviewed like every other import.

alter table imports
  alter column stored_as drop not null,
  -- The text of a draft. It is not in the store.
  add column text text,
  -- The sentences that were selected in a draft, with their titles and kinds. Once it is read, those of them that are not
  -- in the text.
  add column selected jsonb,
  add constraint imports_content check (stored_as is null or text is null);

-- The ID stays, so that the addresses of drafts still lead to them, unless it already belongs to a published document. A
-- draft without a text cannot be read, but its details are shown. One without anything but a language goes.
insert into imports (id, author_id, state, name, sha256, bytes, text, details, error, selected, next_attempt_at, received_at)
select
  case when exists (select from documents d where d.id = draft.id) or exists (select from imports i where i.id = draft.id)
    then gen_random_uuid() else draft.id end,
  author_id,
  case when typed then 'queued' else 'failed' end::import_state,
  '',
  encode(sha256(convert_to(pasted, 'UTF8')), 'hex'),
  octet_length(pasted),
  pasted,
  details,
  case when not typed then '{"code": "import_text_missing", "params": {}}'::jsonb end,
  nullif(marks, '[]'),
  updated_at,
  updated_at
from (
  select *, pasted ~ '\S' as typed, coalesce(
    (select jsonb_object_agg(key, value) from jsonb_each(particulars) where value #>> '{}' ~ '\S'), '{}') as details
  from document_drafts) draft
where typed or details - 'language' <> '{}' or marks <> '[]';

drop table document_drafts;
