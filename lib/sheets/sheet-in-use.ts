import 'server-only'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'

/** Returns whether someone has worked on what a spreadsheet has made, since it made it. */
export async function isInUse(tx: Transaction, sheetId: string): Promise<boolean> {
  const [row] = await readIn<{ used: boolean }>(
    tx,
    'sheet-in-use',
    sql`
    with m as (select id, kind from sheet_made where sheet_id = ${sheetId}::uuid),
    r as (
      select r.* from recommendations r
      where r.id in (select id from m where kind = 'recommendation')
        or r.document_id in (select id from m where kind = 'document')),
    a as (
      select a.* from assignments a
      where a.id in (select id from m where kind = 'assignment') or a.recommendation_id in (select id from r))
    select
      exists (select from documents where id in (select id from m where kind = 'document') and version > 1)
      or exists (select from cycles where document_id in (select id from m where kind = 'document'))
      or exists (
        select from editions e where e.document_id in (select id from m where kind = 'document')
          and e.number > 1 and e.withdrawn_at is null)
      or exists (
        select from places x join editions e on e.id = x.edition_id
        where x.recommendation_id in (select id from r) and e.withdrawn_at is null)
      or exists (select from r where closure is not null or version > 1 or id not in (select id from m))
      or exists (select from annotations where recommendation_id in (select id from r))
      or exists (
        select from recommendation_links
        where recommendation_id in (select id from r) or other_id in (select id from r))
      or exists (
        select from annotations n join paragraphs p on p.id = n.paragraph_id join editions e on e.id = p.edition_id
        where e.document_id in (select id from m where kind = 'document'))
      or exists (select from a where id not in (select id from m) or closure is not null or position <> 'pending')
      or exists (select from a where version > case when reported_at is null then 1 else 2 end)
      or exists (select from progress_reports where assignment_id in (select id from a) and id not in (select id from m))
      or exists (select from report_drafts where assignment_id in (select id from a))
      or exists (select from evidence where assignment_id in (select id from a))
      or exists (select from actions where assignment_id in (select id from a))
      or exists (select from date_changes where assignment_id in (select id from a))
      or exists (select from reviews where assignment_id in (select id from a)) as used`,
  )
  return row?.used ?? false
}
