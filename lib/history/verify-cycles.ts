import 'server-only'
import type { Sql } from '@/lib/platform/db'
import { fingerprint, resultText } from './fingerprint'
import type { Flaw } from './history-flaw'

/** SQL: what the events of a kind say of cycles that have a field. */
const said = (kind: string, field: string) => `
  select e.subject_id as id, e.seq::int as seq, e.body::jsonb #>> '{after,${field}}' as fingerprint from events e
  where e.subject_type = 'cycle' and e.kind = '${kind}' and e.body::jsonb #>> '{after,${field}}' is not null`

/**
 * SQL: the assignments for which each cycle asked when it opened: those for which it asks now and those that were removed
 * since, without those for which it asks only since a merge.
 */
const askedSql = `
  select l.cycle_id as id, l.assignment_id::text as text, 1 as times from cycle_assignments l
  union all
  select (w.content ->> 'cycle_id')::uuid, w.content ->> 'assignment_id', 1
  from removed_rows w where w.table_name = 'cycle_assignments'
  union all
  select n.id::uuid, e.body::jsonb #>> '{after,assignmentId}', -1
  from events e, jsonb_array_elements_text(e.body::jsonb #> '{after,cycleIds}') n(id)
  where e.subject_type = 'assignment' and e.kind = 'assignment.removed'`

const resultsSql = `select f.cycle_id as id, ${resultText} as text, 1 as times from cycle_results f`

const alteredIn = (rows: string, kind: string, field: string) => `
  select t.id, t.seq from (${said(kind, field)}) t
  left join (select s.id, ${fingerprint} as fingerprint from (${rows}) s group by s.id) now on now.id = t.id
  where coalesce(now.fingerprint, '0-0') <> t.fingerprint order by t.seq limit 1`

const tables = [
  { table: 'cycle_assignments', text: alteredIn(askedSql, 'cycle.opened', 'assignments') },
  { table: 'cycle_results', text: alteredIn(resultsSql, 'cycle.closed', 'results') },
]

/** Returns the first cycle whose assignments or results are not those that its event counted. Its row is the cycle. */
export async function alteredCycle(sql: Sql): Promise<Flaw | undefined> {
  for (const { table, text } of tables) {
    const { rows } = await sql.query<{ id: string; seq: number }>({ name: `cycle-altered ${table}`, text })
    const [wrong] = rows
    if (wrong) return { what: 'field', table, row: wrong.id, seq: wrong.seq, field: 'cycleId' }
  }
  return undefined
}
