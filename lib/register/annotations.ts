import { type Annotation, annotationJoins, annotationJson } from '@/lib/domain/answer-shapes'
import { iso } from '@/lib/platform/sql'

/** An annotation as the page shows it. */
export type Note = {
  annotation: Annotation
  /** The organizations of who wrote it. */
  from: string[]
  /** What it said before, the latest first; at most 20. */
  earlier: { body: string; at: string }[]
  /** How many earlier versions there are, shown or not. */
  earlierCount: number
  /** What it answers: whose, and how that begins; nothing of it once it is withdrawn. */
  answers?: { id: string; author: string; beginning: string }
}

const mostEarlier = 20
const earlier = 'e.annotation_id = n.id and n.withdrawn_at is null and e.number < v.number'

/** How many annotations the page shows at a time. */
export const notesAtATime = 100

const beginning = 160

/** SQL: what the annotation `n` answers, if the reader may hear that. */
const answersJson = (heardParent: string) => `(
  select json_build_object('id', pn.id, 'author', pu.name,
    'beginning', case when pn.withdrawn_at is null then left(pv.body, ${beginning}) else '' end)
  from annotations pn
  join users pu on pu.id = pn.author_id
  cross join lateral (
    select body from annotation_revisions where annotation_id = pn.id order by number desc limit 1) pv
  where pn.id = n.parent_id and ${heardParent})`

/**
 * SQL: how many newer annotations of the recommendation `r` there are for the reader than those of the page that is asked:
 * the one with the annotation `wanted`, else the page `page`, from 0.
 */
export const newerThan = (heard: string, wanted: string, page: string) => `coalesce((
  select (
    select count(*) from annotations n
    where n.recommendation_id = r.id and ${heard} and (n.created_at, n.id) > (w.created_at, w.id))
    / ${notesAtATime} * ${notesAtATime}
  from annotations w where w.id = ${wanted} and w.recommendation_id = r.id), ${page}::int * ${notesAtATime})`

/** SQL: annotations of the recommendation `r` that the reader may hear (`heard`), newest first, after so many newer ones. */
export const notesJson = (heard: string, heardParent: string, newer: string, limit = notesAtATime) => `coalesce((
  select json_agg(json_build_object(
    'annotation', ${annotationJson},
    'from', coalesce((
      select json_agg(mo.name order by mo.name)
      from memberships m join organizations mo on mo.id = m.organization_id where m.user_id = n.author_id), '[]'),
    'earlier', coalesce((
      select json_agg(json_build_object('body', e.body, 'at', ${iso('e.written_at')}) order by e.number desc)
      from (
        select e.* from annotation_revisions e where ${earlier} order by e.number desc limit ${mostEarlier}) e), '[]'),
    'earlierCount', (select count(*) from annotation_revisions e where ${earlier}),
    'answers', ${answersJson(heardParent)})
    order by n.created_at desc, n.id desc)
  from (
    select n.* from annotations n where n.recommendation_id = r.id and ${heard}
    order by n.created_at desc, n.id desc limit ${limit} offset ${newer}) n
  ${annotationJoins}), '[]')`
