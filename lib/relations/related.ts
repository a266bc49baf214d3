import 'server-only'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { documentVisible } from '@/lib/domain/visibility'
import { pool } from '@/lib/platform/db'
import type { RecommendationStatus, Relation } from '@/prisma/generated/enums'

/** A recommendation that is linked to another one, or whose words are like those of another one. */
export type Related = {
  key: string
  title: string
  quote: string
  status: RecommendationStatus
  document: { code: string; title: string; language: string }
  /** The share of the trigrams that both quotes have, from 0.6 to 1. Null if people linked others. */
  similarity: number | null
  /** Whether they are so alike that it is the same recommendation. */
  same: boolean
  /** What people have said of the two: what this one is to the other, or (`back`) what the other is to this one. */
  relation: Relation | null
  back: boolean
}

/** From this similarity on, two recommendations are the same. */
const same = 0.8

/** The most that a page lists. */
const most = 20

/**
 * SQL: what is linked or similar to the recommendation with the key $1, the linked ones first; $2: whether the reader
 * keeps the record.
 */
export const relatedSql = `
  with r as (
    select r.id from recommendations r join documents d on d.id = r.document_id
    where r.key = $1 and ${documentVisible('$2')}),
  l as (
    select k.other_id, k.relation, false as back from r join recommendation_links k on k.recommendation_id = r.id
    union all
    select k.recommendation_id, k.relation, true from r join recommendation_links k on k.other_id = r.id),
  x as (
    select x.other_id, x.similarity from r join related_recommendations x on x.recommendation_id = r.id)
  select other.key, other.title, other.quote, other.status, x.similarity, coalesce(x.similarity >= ${same}, false) as same,
    l.relation, coalesce(l.back, false) as back,
    json_build_object('code', d.code, 'title', d.title, 'language', d.language) as document
  from l full join x using (other_id)
  join recommendations other on other.id = other_id
  join documents d on d.id = other.document_id
  where ${documentVisible('$2')}
  order by l.relation is null, x.similarity desc nulls last, other.key
  limit ${most}`

/**
 * Returns the recommendations that the actor may see and that are linked to this one, then those whose words are like
 * its own, the most alike first.
 */
export async function relatedTo(actor: Actor, key: string): Promise<Related[]> {
  const values = [key, keepsTheRecord(actor)]
  const { rows } = await pool.query<Related>({ name: 'related-recommendations', text: relatedSql, values })
  return rows
}
