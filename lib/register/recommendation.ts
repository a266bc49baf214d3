import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { type Annotation, annotationJoins, annotationJson } from '@/lib/domain/annotation-shape'
import {
  type Assignment,
  assignmentJoins,
  assignmentJsonFor,
  type Recommendation,
  recommendationFields,
  recommendationJoins,
} from '@/lib/domain/answer-shapes'
import { audiencesOf, mayReadRow } from '@/lib/domain/audience'
import { citationWords, citing } from '@/lib/domain/citation'
import { documentVisible } from '@/lib/domain/visibility'
import { knows } from '@/lib/people/policy'
import { cursors, moment } from '@/lib/platform/cursor'
import { readNamed } from '@/lib/platform/db'
import { iso } from '@/lib/platform/sql'
import { KnownName } from '@/lib/platform/text'
import { type Editions, editionFields } from './current-place'

export type RecommendationInFull = Recommendation &
  Editions & {
    /** A page of them, by the names of their organizations. */
    assignments: Assignment[]
    /** A page of those that the reader may read, the oldest first. */
    annotations: Annotation[]
    /** The cursors of the next pages of assignments and of annotations. */
    nextAssignments: string | null
    nextAnnotations: string | null
  }

/** The most assignments, and the most annotations, in one answer. */
const mostAssignments = 200
const mostAnnotations = 200

/** After how many bytes of annotations an answer has no further one. */
const enoughBytes = 400_000

export const assignmentCursors = cursors('recommendation-assignments', z.tuple([KnownName, z.uuid()]))

export const annotationCursors = cursors('recommendation-annotations', z.tuple([moment, z.uuid()]))

/** `limit` and `after` are of the assignments. */
export type PagesWanted = {
  limit?: number | undefined
  after?: string | undefined
  annotationsAfter?: string | undefined
}

/**
 * SQL: the recommendation with the key $1; $2: whether the reader $5 keeps the record; $3 and $4: the audiences that
 * they may read; $6: the words of a citation. At most $9 assignments, after the one of the organization $7 with the ID
 * $8, and the place of the last one if there are more. The annotations after the one of the moment $10 with the ID $11,
 * and the place of the last one if there are more.
 */
const recommendationInFullSql = `
  with page as materialized (
    select a.id, o.name, row_number() over (order by o.name, a.id) as n
    from recommendations r
    join assignments a on a.recommendation_id = r.id
    join organizations o on o.id = a.organization_id
    where r.key = $1 and ($7::text is null or (o.name, a.id) > ($7, $8::uuid))
    order by o.name, a.id
    limit $9::int + 1),
  notes as materialized (
    select n.id, n.created_at, row_number() over written as place,
      coalesce(sum(octet_length(coalesce(s.text, v.body)))
        over (written rows between unbounded preceding and 1 preceding), 0) as before
    from recommendations r
    join annotations n on n.recommendation_id = r.id ${annotationJoins}
    left join reasons s on s.id = n.withdrawal_reason_id
    where r.key = $1 and ${mayReadRow('n', '$3', '$4')}
      and ($10::timestamptz is null or (n.created_at, n.id) > ($10, $11::uuid))
    window written as (order by n.created_at, n.id)
    order by n.created_at, n.id
    limit ${mostAnnotations + 1}),
  shown as (select * from notes where place <= ${mostAnnotations} and before < ${enoughBytes})
  select json_strip_nulls(json_build_object(${recommendationFields}, ${editionFields},
    'assignments', coalesce((
      select json_agg(${assignmentJsonFor(knows('u', '$2', '$5::uuid', '$4'))} order by page.n)
      from page join assignments a on a.id = page.id ${assignmentJoins} where page.n <= $9), '[]'),
    'annotations', coalesce((
      select json_agg(${annotationJson} order by shown.place)
      from shown join annotations n on n.id = shown.id ${annotationJoins}), '[]')))::text as one,
    (select json_build_array(name, id) from page where n = $9 and exists (select from page where n > $9)) as last,
    (select json_build_array(${iso('created_at')}, id) from shown
      where place = (select max(place) from shown) and exists (select from notes where place > shown.place)) as last_note
  from recommendations r ${recommendationJoins} ${citing('$6')}
  where r.key = $1 and ${documentVisible('$2')}`

/** Returns a recommendation with a page of its assignments and the annotations that the actor may read. */
export async function findRecommendationInFull(
  actor: Actor,
  key: string,
  wanted: PagesWanted = {},
): Promise<RecommendationInFull | undefined> {
  const json = await recommendationAsJson(actor, key, wanted)
  return json === undefined ? undefined : JSON.parse(json)
}

/** Returns a recommendation in full as JSON text, for the API. */
export async function recommendationAsJson(
  actor: Actor,
  key: string,
  { limit = mostAssignments, after, annotationsAfter }: PagesWanted = {},
): Promise<string | undefined> {
  const [name = null, id = null] = assignmentCursors.read(after) ?? []
  const pages = [name, id, limit, ...(annotationCursors.read(annotationsAfter) ?? [null, null])]
  const values = [key, keepsTheRecord(actor), ...audiencesOf(actor), actor.id, citationWords(), ...pages]
  const rows = await readNamed<{ one: string; last: Place | null; last_note: Place | null }>({
    name: 'recommendation-one',
    text: recommendationInFullSql,
    values,
  })
  const [row] = rows
  if (!row) return undefined
  const nextAssignments = row.last && assignmentCursors.after(row.last)
  const nextAnnotations = row.last_note && annotationCursors.after(row.last_note)
  return `${row.one.slice(0, -1)},${JSON.stringify({ nextAssignments, nextAnnotations }).slice(1)}`
}

type Place = [column: string, id: string]
