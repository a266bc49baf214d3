import type { Sql } from '@/lib/platform/db'

/** SQL: whether the person `u` may read a document, which is archived or not. */
const readsDocument = (archived: string) => `(not ${archived} or u.role in ('coordinator', 'administrator'))`

/**
 * SQL: whether the person `u` may read what is for this audience, and is of this organization. It says for any person
 * what `mayReadOf` says for the reader.
 */
export const personReads = (audience: string, organization: string) => `(
  ${audience} <> 'organization' or u.role in ('reviewer', 'coordinator', 'administrator')
  or exists (select from memberships m where m.user_id = u.id and m.organization_id = ${organization}))`

/** SQL: keeps that the revision $1 of an annotation mentions the people $2. */
export const keepAnnotationMentionsSql = `
  insert into annotation_mentions (revision_id, user_id, reads)
  select v.id, u.id, ${personReads('n.audience', 'n.organization_id')} and ${readsDocument('(d.archived_at is not null)')}
  from annotation_revisions v
  join annotations n on n.id = v.annotation_id
  join recommendations r on r.id = n.recommendation_id
  join documents d on d.id = r.document_id
  join users u on u.id = any($2::uuid[])
  where v.id = $1::uuid
  returning user_id as id, reads`

/** A person whom an annotation mentions, and whether they could read it when it was written. */
export type KeptMention = { id: string; reads: boolean }

/** Keeps that a revision of an annotation mentions these people. Returns what was kept. */
export async function keepAnnotationMentions(sql: Sql, revision: string, mentioned: readonly string[]) {
  if (mentioned.length === 0) return []
  const { rows } = await sql.query<KeptMention>({
    name: 'keep-annotation-mentions',
    text: keepAnnotationMentionsSql,
    values: [revision, mentioned],
  })
  return rows
}

/** Keeps that a report mentions these people. Returns their IDs. */
export async function keepReportMentions(sql: Sql, report: string, mentioned: readonly string[]) {
  if (mentioned.length === 0) return []
  const { rows } = await sql.query<{ id: string }>({
    name: 'keep-report-mentions',
    text: keepReportMentionsSql,
    values: [report, mentioned],
  })
  return rows.map(({ id }) => id)
}

/** SQL: keeps that the report $1 mentions the people $2. */
const keepReportMentionsSql = `
  insert into report_mentions (report_id, user_id) select $1::uuid, id from users where id = any($2::uuid[])
  returning user_id as id`
