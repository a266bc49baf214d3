import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/people/actor'
import { hearing, hears } from '@/lib/people/audience'
import { knows } from '@/lib/people/policy'
import { pool } from '@/lib/platform/db'
import {
  type Annotation,
  type Assignment,
  annotationJoins,
  annotationJson,
  assignmentJoins,
  assignmentJsonFor,
  type Recommendation,
  recommendationFields,
  recommendationJoins,
} from './shapes'

export type One = Recommendation & { assignments: Assignment[]; annotations: Annotation[] }

const text = `
  select json_strip_nulls(json_build_object(${recommendationFields},
    'assignments', coalesce((
      select json_agg(${assignmentJsonFor(knows('u', '$2', '$5::uuid', '$4'))} order by o.name, a.id)
      from assignments a ${assignmentJoins} where a.recommendation_id = r.id), '[]'),
    'annotations', coalesce((
      select json_agg(${annotationJson} order by n.created_at, n.id)
      from annotations n ${annotationJoins}
      where n.recommendation_id = r.id and ${hears('n', '$3', '$4')}), '[]')))::text as one
  from recommendations r ${recommendationJoins}
  where r.key = $1 and (d.archived_at is null or $2)`

/** One recommendation, with all its assignments and those annotations that the actor may read. */
export async function findOne(actor: Actor, key: string): Promise<One | undefined> {
  const json = await oneAsJson(actor, key)
  return json === undefined ? undefined : JSON.parse(json)
}

/** The same as text, for who only hands it on. */
export async function oneAsJson(actor: Actor, key: string): Promise<string | undefined> {
  const values = [key, keepsTheRecord(actor), ...hearing(actor), actor.id]
  const { rows } = await pool.query<{ one: string }>({ name: 'recommendation-one', text, values })
  return rows[0]?.one
}
