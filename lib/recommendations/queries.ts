import 'server-only'
import {
  type Assignment,
  assignmentJoins,
  assignmentJson,
  type Recommendation,
  recommendationFields,
  recommendationJoins,
} from '@/lib/domain/answer-shapes'
import { citationWords, citing } from '@/lib/domain/citation'
import { readIn, type Transaction } from '@/lib/platform/db'
import { sql } from '@/lib/platform/sql'
import { Prisma } from '@/prisma/generated/client'

export type RecommendationNow = Recommendation & { assignments: Assignment[] }

const row = Prisma.raw(`json_strip_nulls(json_build_object(${recommendationFields}, 'assignments', coalesce((
  select json_agg(${assignmentJson} order by o.name, a.id)
  from assignments a ${assignmentJoins} where a.recommendation_id = r.id), '[]')))`)

const cited = () => new Prisma.Sql(citing('?').split('?'), [citationWords()])

/** Returns a recommendation as it is in this transaction, in the shape of every response. */
export async function recommendationNow(tx: Transaction, id: string): Promise<RecommendationNow> {
  const rows = await readIn<{ row: RecommendationNow }>(
    tx,
    'recommendation-now',
    sql`
    select ${row} as row from recommendations r ${Prisma.raw(recommendationJoins)} ${cited()}
    where r.id = ${id}::uuid`,
  )
  const found = rows[0]?.row
  if (!found) throw new Error(`There is no recommendation ${id}.`)
  return found
}

/** Returns a recommendation as it is in this transaction, and locks it until the transaction ends. */
export async function recommendationHeld(tx: Transaction, id: string): Promise<RecommendationNow> {
  await tx.$executeRaw`select from recommendations where id = ${id}::uuid for no key update`
  return recommendationNow(tx, id)
}
