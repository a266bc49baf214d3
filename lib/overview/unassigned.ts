import 'server-only'
import { z } from 'zod'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { pool } from '@/lib/platform/db'
import { type WorkRecommendation, workRecommendation } from './work-sql'

export type UnassignedWork = { items: WorkRecommendation[]; total: number }

const which = `recommendations r where r.status = 'unassigned' and r.document_id not in ${archivedDocuments}`

const unassignedWorkSql = `
  select (select count(*)::int from ${which}) as total, coalesce((
    select json_agg(json_build_object('place', json_build_array(r.document_id, r.ordinal, r.start, r.id),
      'recommendation', ${workRecommendation}) order by r.document_id, r.ordinal, r.start, r.id)
    from (
      select r.* from ${which} and (r.document_id, r.ordinal, r.start, r.id) > ($2::uuid, $3::int, $4::int, $5::uuid)
      order by r.document_id, r.ordinal, r.start, r.id limit $1) r
    join documents d on d.id = r.document_id), '[]') as rows`

/**
 * Returns the recommendations for action that are not assigned, in the order of the text: the first ten, and how many
 * there are.
 */
export async function unassignedWork(): Promise<UnassignedWork> {
  const { rows, total } = await unassignedRows({ from: beginningOfText, limit: 10 })
  return { items: rows.map(({ recommendation }) => recommendation), total }
}

/** The place of a recommendation in the order of the text: its document, its paragraph, its first character and its ID. */
export const TextPlace = z.tuple([z.uuid(), z.int32(), z.int32(), z.uuid()])
export type TextPlace = z.infer<typeof TextPlace>

const nobody = '00000000-0000-0000-0000-000000000000'
export const beginningOfText: TextPlace = [nobody, -1, -1, nobody]

type Rows = { total: number; rows: { place: TextPlace; recommendation: WorkRecommendation }[] }

/** Returns such recommendations after a place, and how many there are. */
export const unassignedRows = ({ from, limit }: { from: TextPlace; limit: number }) => readOnce([limit, ...from])

const readOnce = cacheUntilNextEvent(async (values: [limit: number, ...TextPlace]): Promise<Rows> => {
  const { rows } = await pool.query<Rows>({ name: 'unassigned-work', text: unassignedWorkSql, values })
  return rows[0] ?? { total: 0, rows: [] }
})
