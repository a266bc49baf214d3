import { pool } from '@/lib/platform/db'

/** Counts assignments right after an event, by the numbers of the changes that made their versions. */
export async function countedAt(seq: number) {
  const { rows } = await pool.query<{ status: string; n: number }>(
    `with numbered as (select change from events group by change having max(seq) <= $1),
     stood as (
       select distinct on (v.id) v.id, v.status from assignment_versions v where v.change in (select change from numbered)
       order by v.id, v.valid_from desc)
     select status, count(*)::int as n from stood s
     where not exists (select from events e where e.subject_id = s.id and e.kind = 'assignment.removed' and e.seq <= $1)
     group by status`,
    [seq],
  )
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}
