import { iso } from './claim-sql'
import { type Annotation, annotationJoins, annotationJson } from './shapes'

/** An annotation as the page shows it. */
export type Note = {
  annotation: Annotation
  /** The organizations of who wrote it. */
  from: string[]
  /** What it said before, the latest first. */
  earlier: { body: string; at: string }[]
}

/** SQL: the latest annotations of the recommendation `r` that the reader may hear (`heard`), newest first. */
export const notesJson = (heard: string, limit: string) => `coalesce((
  select json_agg(json_build_object(
    'annotation', ${annotationJson},
    'from', coalesce((
      select json_agg(mo.name order by mo.name)
      from memberships m join organizations mo on mo.id = m.organization_id where m.user_id = n.author_id), '[]'),
    'earlier', coalesce((
      select json_agg(json_build_object('body', e.body, 'at', ${iso('e.written_at')}) order by e.number desc)
      from annotation_revisions e
      where e.annotation_id = n.id and n.withdrawn_at is null and e.number < v.number), '[]'))
    order by n.created_at desc, n.id desc)
  from (
    select n.* from annotations n where n.recommendation_id = r.id and ${heard}
    order by n.created_at desc, n.id desc limit ${limit}) n
  ${annotationJoins}), '[]')`
