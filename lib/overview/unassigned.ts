import 'server-only'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { pool } from '@/lib/platform/db'
import { type WorkRecommendation, workRecommendation } from './work-sql'

export type UnassignedWork = { items: WorkRecommendation[]; total: number }

const which = `recommendations r where r.status = 'unassigned' and r.document_id not in ${archivedDocuments}`

const unassignedWorkSql = `
  select (select count(*)::int from ${which}) as total, coalesce((
    select json_agg(${workRecommendation} order by r.place)
    from (
      select r.*, row_number() over (order by r.document_id, r.ordinal, r.start, r.id) as place
      from ${which} order by r.document_id, r.ordinal, r.start, r.id limit 10) r
    join documents d on d.id = r.document_id), '[]') as items`

/**
 * Returns the recommendations for action that are not assigned, in the order of the text: the first ten, and how many
 * there are.
 */
export const unassignedWork = (): Promise<UnassignedWork> => readOnce(null)

const readOnce = cacheUntilNextEvent<null, UnassignedWork>(async () => {
  const { rows } = await pool.query<UnassignedWork>({ name: 'unassigned-work', text: unassignedWorkSql })
  return rows[0] ?? { items: [], total: 0 }
})
