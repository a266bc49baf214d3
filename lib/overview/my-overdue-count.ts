import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { pending } from '@/lib/domain/statuses'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { live } from '@/lib/register/conditions'

const late = `
  ${pending} and a.due_on < $3::date and ${live}
  and a.recommendation_id not in (select id from recommendations where document_id in ${archivedDocuments})`

// Two parts, so that each uses its own index.
/** SQL: the number of overdue assignments of the organizations $2 and of the owner $1 on the day $3. */
const overdueCountSql = `
  select (select count(*)::int from assignments a where a.organization_id = any($2) and ${late})
    + (select count(*)::int from assignments a where a.owner_id = $1 and a.organization_id <> all($2) and ${late}) as late`

/** Returns the number of overdue assignments of a person and of their organizations. */
export const myOverdueCount = ({ id, organizationIds }: Actor): Promise<number> =>
  countOn([id, organizationIds, today()])

/** Every page shows the count in its menu, so it is kept for the people who used the site last. */
const countOn = cacheUntilNextEvent(
  async (values: [id: string, organizationIds: readonly string[], today: string]): Promise<number> => {
    const { rows } = await pool.query<{ late: number }>({ name: 'my-overdue-count', text: overdueCountSql, values })
    return rows[0]?.late ?? 0
  },
  { most: 1_000 },
)
