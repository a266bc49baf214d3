import 'server-only'
import type { Sql } from '@/lib/platform/db'
import { type Checked, kindsIn } from './checked'
import type { Flaw, Listener } from './history-flaw'
import { nounTables } from './verified-nouns'
import { partyTables } from './verified-parties'
import { textTables } from './verified-texts'
import { noRow, workTables } from './verified-work'

/** The tables whose rows can be compared with their events. */
const tables = [...textTables, ...partyTables, ...nounTables, ...workTables]

const batch = 5_000

/** Returns the first row that has another value than the last event that set it, or that no event created. */
export async function alteredRow(sql: Sql, report: Listener): Promise<Flaw | undefined> {
  for (const one of tables) {
    const { rows } = await sql.query<{ n: number }>({
      name: `rows-total ${nameOf(one)}`,
      text: `select count(*)::int as n from ${one.table} x where ${one.where ?? 'true'}`,
    })
    const text = comparison(one)
    let [from, done] = ['00000000-0000-0000-0000-000000000000', 0]
    for (;;) {
      const compared = await sql.query<Compared>({ name: `rows-altered ${nameOf(one)}`, text, values: [from] })
      const { last, n, id, field } = compared.rows[0] ?? { last: null, n: 0, id: null, field: null }
      if (id !== null)
        return { table: one.table, row: id, ...(field === null ? { what: 'row' } : { what: 'field', field }) }
      if (last === null) break
      from = last
      done += n
      report(one.table, done, rows[0]?.n ?? 0)
    }
  }
  return undefined
}

type Compared = { last: string | null; n: number; id: string | null; field: string | null }

/** For rows whose events are about the row itself. */
const itself: Required<Checked>['within'] = { column: 'id', id: 'e.subject_id', after: `e.body::jsonb -> 'after'` }

/** SQL: compares rows with what their events say. */
const comparison = ({ table, noun, where = 'true', made = [], always, says, ...more }: Checked) => {
  const { recorded = 't.recorded', within = itself, told = [], collected = {} } = more
  const telling = more.within ? `e.kind in (${kindsIn([...made, ...told])})` : 'true'
  const columns = Object.entries(collected).map(([name, aggregate]) => `, ${aggregate} as ${name}`)
  return `
  with batch as materialized (select * from ${table} x where id > $1 and ${where} order by id limit ${batch}),
  t as materialized (
    select ${within.id} as id, jsonb_object_agg(f.key, f.value order by e.seq) filter (where f.key is not null) as recorded,
      bool_or(e.kind in (${kindsIn(made)})) as made,
      (array_agg(e.actor_id order by e.seq) filter (where e.kind in (${kindsIn(made)})))[1] as made_by,
      min(e.at) filter (where e.kind in (${kindsIn(made)})) as made_at${columns.join('')}
    from events e left join lateral jsonb_each(
      case jsonb_typeof(${within.after}) when 'object' then ${within.after} else '{}' end) f on true
    where e.subject_type = '${noun}' and e.subject_id in (select ${within.column} from batch) and ${telling}
    group by 1),
  wrong as (
    select x.id, w.key as field from batch x left join t on t.id = x.id
    left join lateral (select ${recorded} as says offset 0) r on t.recorded is not null
    left join lateral (
      select says.key from jsonb_each(${says}) says
      where r.says ? says.key and r.says -> says.key is distinct from says.value
      order by says.key limit 1) w on true
    where w.key is not null ${always ? 'or t.made is not true' : ''}
    order by x.id limit 1)
  select (select id from batch order by id desc limit 1) as last, (select count(*)::int from batch) as n,
    (select id from wrong), (select field from wrong)`
}

/** Returns a name for the rows of a table that are compared together. */
const nameOf = ({ table, made = [] }: Checked) => [table, ...made.slice(0, 1)].join(' ')

/** Returns the first row that an event created and that no longer exists, although no event removed it. */
export async function lostRow(sql: Sql): Promise<Flaw | undefined> {
  for (const { table, noun, made = [], within = itself } of tables.filter(({ made }) => made)) {
    const { rows } = await sql.query<{ seq: number; id: string }>({
      name: `rows-lost ${table} ${made[0]}`,
      text: `select e.seq::int, ${within.id} as id from events e
       where e.subject_type = $1 and e.kind = any($2) and ${within.id} is not null
         and not exists (select from ${table} x where x.id = ${within.id})
         and (e.kind = $3 or not exists (
           select from events l where l.subject_type = $1 and l.subject_id = e.subject_id and l.kind = $3))
       order by e.seq limit 1`,
      values: [noun, made, `${noun}.removed`],
    })
    const [lost] = rows
    if (lost) return { what: 'lost', table, seq: lost.seq, ...(lost.id !== noRow && { row: lost.id }) }
  }
  return undefined
}
