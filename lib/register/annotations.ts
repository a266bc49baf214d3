import { type Annotation, annotationJoins, annotationJson } from '@/lib/domain/annotation-shape'
import { iso } from '@/lib/platform/sql'

/** An annotation as the page shows it. */
export type Note = {
  annotation: Annotation
  /** The names of the author's organizations. */
  from: string[]
  /** Its earlier texts, the latest first; at most 20. */
  earlier: { body: string; at: string }[]
  /** The number of all its earlier texts. */
  earlierCount: number
  /** Its page has room for its beginning only. */
  beginningOnly?: true
  /**
   * The annotation that it answers: its author and the beginning of its text, which is empty after it was withdrawn.
   */
  answers?: { id: string; author: string; beginning: string }
}

const mostEarlier = 20
const earlier = 'e.annotation_id = n.id and n.withdrawn_at is null and e.number < v.number'

/** SQL: after how many characters of earlier texts no further one is read. */
const enoughEarlier = 20_000

/** The number of annotations on a page. */
export const notesAtATime = 50

const beginning = 160

/** SQL: the annotation that `n` answers, if the reader may read it. */
const answersJson = (readableParent: string) => `(
  select json_build_object('id', pn.id, 'author', pu.name,
    'beginning', case when pn.withdrawn_at is null then left(pv.body, ${beginning}) else '' end)
  from annotations pn
  join users pu on pu.id = pn.author_id
  cross join lateral (
    select body from annotation_revisions where annotation_id = pn.id order by number desc limit 1) pv
  where pn.id = n.parent_id and ${readableParent})`

/**
 * SQL: how many annotations of the recommendation `r` that the reader may read are newer than those of the page: the
 * page with the annotation `wanted`, or else the page `page`, counted from 0.
 */
export const newerThan = (readable: string, wanted: string, page: string) => `coalesce((
  select (
    select count(*) from annotations n
    where n.recommendation_id = r.id and ${readable} and (n.created_at, n.id) > (w.created_at, w.id))
    / ${notesAtATime} * ${notesAtATime}
  from annotations w where w.id = ${wanted} and w.recommendation_id = r.id), ${page}::int * ${notesAtATime})`

/**
 * SQL: a page of the annotations of the recommendation `r` that the reader may read (`heard`), newest first, after
 * `newer` newer ones.
 */
export const notesJson = (readable: string, readableParent: string, newer: string, limit = notesAtATime) => `coalesce((
  select json_agg(json_build_object(
    'annotation', ${annotationJson},
    'from', coalesce((
      select json_agg(mo.name order by mo.name)
      from memberships m join organizations mo on mo.id = m.organization_id where m.user_id = n.author_id), '[]'),
    'earlier', coalesce((
      select json_agg(json_build_object('body', e.body, 'at', ${iso('e.written_at')}) order by e.number desc)
      from (
        select e.*, sum(length(e.body)) over (order by e.number desc) - length(e.body) as before
        from annotation_revisions e where ${earlier} order by e.number desc limit ${mostEarlier}) e
      where e.before < ${enoughEarlier}), '[]'),
    'earlierCount', (select count(*) from annotation_revisions e where ${earlier}),
    'answers', ${answersJson(readableParent)})
    order by n.created_at desc, n.id desc)
  from (
    select n.* from annotations n where n.recommendation_id = r.id and ${readable}
    order by n.created_at desc, n.id desc limit ${limit} offset ${newer}) n
  ${annotationJoins}), '[]')`
