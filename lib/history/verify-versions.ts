import 'server-only'
import type { Sql } from '@/lib/platform/db'
import type { Flaw, Listener } from './history-flaw'
import { type Versioned, versionedTables } from './verified-versions'

const batch = 2_000

/** Returns the first version of a row that differs from the events until its change, or that is missing. */
export async function alteredVersion(sql: Sql, report: Listener): Promise<Flaw | undefined> {
  for (const one of versionedTables) {
    const flaw = (await missingIn(sql, one)) ?? (await alteredIn(sql, one, report))
    if (flaw) return flaw
  }
  return undefined
}

type Compared = { last: string | null; since: string | null; n: number; id: string | null; field: string | null }

async function alteredIn(sql: Sql, one: Versioned, report: Listener): Promise<Flaw | undefined> {
  const { rows } = await sql.query<{ n: number }>({
    name: `versions-total ${one.versions}`,
    text: `select count(*)::int as n from ${one.versions}`,
  })
  const text = comparison(one)
  let [from, since, done] = ['00000000-0000-0000-0000-000000000000', '-infinity', 0]
  for (;;) {
    const values = [from, since]
    const compared = await sql.query<Compared>({ name: `versions-altered ${one.versions}`, text, values })
    const [found] = compared.rows
    if (found?.id) {
      const row = { table: one.versions, row: found.id }
      return found.field ? { ...row, what: 'field', field: found.field } : { ...row, what: 'row' }
    }
    if (!found?.last || !found.since) return undefined
    ;[from, since] = [found.last, found.since]
    done += found.n
    report(one.versions, done, rows[0]?.n ?? 0)
  }
}

/**
 * SQL: compares the versions after the ID $1 and the moment $2 with what the events say until the change that made them.
 * A version begins at the moment of its change, or right after the version before it, and ends where the next one begins.
 * The last one does not end while the row is there.
 */
const comparison = ({ versions, table, noun, subject, id, after, says, initial, fixed, further = '' }: Versioned) => `
  with batch as materialized (
    select * from ${versions} x where (x.id, x.valid_from) > ($1::uuid, $2::timestamptz)
    order by x.id, x.valid_from limit ${batch}),
  known as materialized (
    select change, max(seq) as seq, min(at) as at from events where change in (select change from batch) group by change),
  wrong as (
    select x.id, w.field
    from batch x
    left join known k on k.change = x.change
    left join lateral (
      select p.* from ${versions} p where p.id = x.id and p.valid_from < x.valid_from
      order by p.valid_from desc limit 1) p on true
    left join lateral (
      select '${initial}'::jsonb || jsonb_object_agg(f.key, f.value order by e.seq) as recorded
      from events e, lateral jsonb_each(case jsonb_typeof(${after}) when 'object' then ${after} else '{}' end) f
      where e.subject_type = '${noun}' and e.subject_id = ${subject}
        and ${id} = x.id and e.seq <= k.seq) t on true
    left join lateral (
      select says.key as field from jsonb_each(${says}) says
      where t.recorded ? says.key and t.recorded -> says.key is distinct from says.value
      union all
      select 'valid_from'
      where x.valid_from is distinct from k.at and x.valid_from is distinct from p.valid_from + interval '1 millisecond'
      union all
      select 'valid_from' where p.valid_to <> x.valid_from
      ${fixed.map((column) => unchanging(table, column)).join('')}
      ${further}
      union all
      select 'valid_to'
      where x.valid_to = 'infinity' and not exists (select from ${table} r where r.id = x.id)
        or x.valid_to <> 'infinity' and exists (select from ${table} r where r.id = x.id)
          and not exists (select from ${versions} n where n.id = x.id and n.valid_from = x.valid_to)
      limit 1) w on true
    where k.seq is null or w.field is not null
    order by x.id, x.valid_from limit 1),
  final as (select id, valid_from from batch order by id desc, valid_from desc limit 1)
  select (select id from final) as last, (select valid_from::text from final) as since,
    (select count(*)::int from batch) as n, (select id from wrong), (select field from wrong)`

/** SQL: a column in which the version `x` differs from the row, although it never changes. */
const unchanging = (table: string, column: string) => `
      union all
      select '${column}' from ${table} r where r.id = x.id and r.${column} is distinct from x.${column}`

/** Returns the first event that changed a row without a version of its change. */
async function missingIn(sql: Sql, { versions, noun, made, id, after, before, says }: Versioned) {
  const { rows } = await sql.query<{ seq: number; id: string }>({
    name: `versions-missing ${versions}`,
    text: `
      select e.seq::int, ${id} as id
      from events e
      where e.subject_type = $1 and ${id} is not null
        and (e.kind = $2 or exists (
          select from jsonb_each(case jsonb_typeof(${after}) when 'object' then ${after} else '{}' end) f
          where f.key = any($3) and ${before} -> f.key is distinct from f.value))
        and not exists (select from ${versions} v where v.id = ${id} and v.change = e.change)
        and not exists (
          select from events l where l.subject_type = e.subject_type and l.subject_id = e.subject_id
            and l.kind = $4 and l.change = e.change)
      order by e.seq limit 1`,
    values: [noun, made, fieldsIn(says), `${noun}.removed`],
  })
  const [missing] = rows
  return missing && ({ what: 'lost', table: versions, seq: missing.seq, row: missing.id } as const)
}

/** Returns the names of the fields of a JSON object in SQL. */
const fieldsIn = (says: string) => [...says.matchAll(/'(\w+)', x\./g)].map(([, name]) => name ?? '')
