import { iso } from './claim-sql'
import { type Annotation, annotationJoins, annotationJson } from './shapes'

/** An annotation as the page shows it. */
export type Note = {
  annotation: Annotation
  /** The organizations of who wrote it. */
  from: string[]
  /** What it said before, the latest first; at most 20. */
  earlier: { body: string; at: string }[]
  /** How many earlier versions there are, shown or not. */
  earlierCount: number
}

const mostEarlier = 20
const earlier = 'e.annotation_id = n.id and n.withdrawn_at is null and e.number < v.number'

/** How many annotations the page shows at a time. */
export const notesAtATime = 100

/** SQL: annotations of the recommendation `r` that the reader may hear (`heard`), newest first, after so many newer ones. */
export const notesJson = (heard: string, newer: string) => `coalesce((
  select json_agg(json_build_object(
    'annotation', ${annotationJson},
    'from', coalesce((
      select json_agg(mo.name order by mo.name)
      from memberships m join organizations mo on mo.id = m.organization_id where m.user_id = n.author_id), '[]'),
    'earlier', coalesce((
      select json_agg(json_build_object('body', e.body, 'at', ${iso('e.written_at')}) order by e.number desc)
      from (
        select e.* from annotation_revisions e where ${earlier} order by e.number desc limit ${mostEarlier}) e), '[]'),
    'earlierCount', (select count(*) from annotation_revisions e where ${earlier}))
    order by n.created_at desc, n.id desc)
  from (
    select n.* from annotations n where n.recommendation_id = r.id and ${heard}
    order by n.created_at desc, n.id desc limit ${notesAtATime} offset ${newer}) n
  ${annotationJoins}), '[]')`
