import 'server-only'
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
import { readNamed } from '@/lib/platform/db'

export type RecommendationInFull = Recommendation & { assignments: Assignment[]; annotations: Annotation[] }

/**
 * SQL: the recommendation with the key $1; $2: whether the reader $5 keeps the record; $3 and $4: the audiences that
 * they may read; $6: the words of a citation.
 */
const recommendationInFullSql = `
  select json_strip_nulls(json_build_object(${recommendationFields},
    'assignments', coalesce((
      select json_agg(${assignmentJsonFor(knows('u', '$2', '$5::uuid', '$4'))} order by o.name, a.id)
      from assignments a ${assignmentJoins} where a.recommendation_id = r.id), '[]'),
    'annotations', coalesce((
      select json_agg(${annotationJson} order by n.created_at, n.id)
      from annotations n ${annotationJoins}
      where n.recommendation_id = r.id and ${mayReadRow('n', '$3', '$4')}), '[]')))::text as one
  from recommendations r ${recommendationJoins} ${citing('$6')}
  where r.key = $1 and ${documentVisible('$2')}`

/** Returns a recommendation with all its assignments and the annotations that the actor may read. */
export async function findRecommendationInFull(actor: Actor, key: string): Promise<RecommendationInFull | undefined> {
  const json = await recommendationAsJson(actor, key)
  return json === undefined ? undefined : JSON.parse(json)
}

/** Returns a recommendation in full as JSON text, for the API. */
export async function recommendationAsJson(actor: Actor, key: string): Promise<string | undefined> {
  const values = [key, keepsTheRecord(actor), ...audiencesOf(actor), actor.id, citationWords()]
  const rows = await readNamed<{ one: string }>({
    name: 'recommendation-one',
    text: recommendationInFullSql,
    values,
  })
  return rows[0]?.one
}
