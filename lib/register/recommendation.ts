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
import { cursors } from '@/lib/platform/cursor'
import { readNamed } from '@/lib/platform/db'
import { KnownName } from '@/lib/platform/text'
import { type Editions, editionFields } from './current-place'

export type RecommendationInFull = Recommendation &
  Editions & {
    /** A page of them, by the names of their organizations. */
    assignments: Assignment[]
    annotations: Annotation[]
    /** The cursor of the next page of assignments. */
    nextAssignments: string | null
  }

/** The most assignments in one answer. */
const mostAssignments = 200

export const assignmentCursors = cursors('recommendation-assignments', z.tuple([KnownName, z.uuid()]))

export type AssignmentsWanted = { limit?: number | undefined; after?: string | undefined }

/**
 * SQL: the recommendation with the key $1; $2: whether the reader $5 keeps the record; $3 and $4: the audiences that
 * they may read; $6: the words of a citation. At most $9 assignments, after the one of the organization $7 with the ID
 * $8, and the place of the last one if there are more.
 */
const recommendationInFullSql = `
  with page as materialized (
    select a.id, o.name, row_number() over (order by o.name, a.id) as n
    from recommendations r
    join assignments a on a.recommendation_id = r.id
    join organizations o on o.id = a.organization_id
    where r.key = $1 and ($7::text is null or (o.name, a.id) > ($7, $8::uuid))
    order by o.name, a.id
    limit $9::int + 1)
  select json_strip_nulls(json_build_object(${recommendationFields}, ${editionFields},
    'assignments', coalesce((
      select json_agg(${assignmentJsonFor(knows('u', '$2', '$5::uuid', '$4'))} order by page.n)
      from page join assignments a on a.id = page.id ${assignmentJoins} where page.n <= $9), '[]'),
    'annotations', coalesce((
      select json_agg(${annotationJson} order by n.created_at, n.id)
      from annotations n ${annotationJoins}
      where n.recommendation_id = r.id and ${mayReadRow('n', '$3', '$4')}), '[]')))::text as one,
    (select json_build_array(name, id) from page where n = $9 and exists (select from page where n > $9)) as last
  from recommendations r ${recommendationJoins} ${citing('$6')}
  where r.key = $1 and ${documentVisible('$2')}`

/** Returns a recommendation with a page of its assignments and the annotations that the actor may read. */
export async function findRecommendationInFull(
  actor: Actor,
  key: string,
  wanted: AssignmentsWanted = {},
): Promise<RecommendationInFull | undefined> {
  const json = await recommendationAsJson(actor, key, wanted)
  return json === undefined ? undefined : JSON.parse(json)
}

/** Returns a recommendation in full as JSON text, for the API. */
export async function recommendationAsJson(
  actor: Actor,
  key: string,
  { limit = mostAssignments, after }: AssignmentsWanted = {},
): Promise<string | undefined> {
  const [name = null, id = null] = assignmentCursors.read(after) ?? []
  const values = [key, keepsTheRecord(actor), ...audiencesOf(actor), actor.id, citationWords(), name, id, limit]
  const rows = await readNamed<{ one: string; last: [name: string, id: string] | null }>({
    name: 'recommendation-one',
    text: recommendationInFullSql,
    values,
  })
  const [row] = rows
  if (!row) return undefined
  const next = row.last && assignmentCursors.after(row.last)
  return `${row.one.slice(0, -1)},"nextAssignments":${JSON.stringify(next)}}`
}
