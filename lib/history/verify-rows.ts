import 'server-only'
import type { Sql } from '@/lib/platform/db'
import type { Flaw, Listener } from './history-flaw'

type Checked = {
  table: string
  noun: string
  /** The kind of event that records the creation of a row. */
  made?: string
  /** Every row has such an event. */
  always?: true
  /** SQL: a JSON object with the values of the row `x`. */
  says: string
  /**
   * SQL: a JSON object with the values of the row according to the history. `t.recorded` has the last value of each field
   * in its events, and is used if this is absent.
   */
  recorded?: string
  /**
   * SQL: for rows whose events are about another row: the column with the ID of that row, and in an event `e` the ID of
   * the row and a JSON object with its values after the event.
   */
  within?: { column: string; id: string; after: string }
}

const membersOf = (column: string, table: string, where: string) =>
  `(select coalesce(jsonb_agg(m.${column} order by m.${column}), '[]') from ${table} m where ${where})`

const sorted = (list: string) => `(select coalesce(jsonb_agg(m order by m), '[]') from jsonb_array_elements(${list}) m)`

/** The tables whose rows can be compared with their events. */
const all: Checked[] = [
  {
    table: 'assignments',
    noun: 'assignment',
    made: 'assignment.made',
    always: true,
    says: `jsonb_build_object('organizationId', x.organization_id, 'viaGroupId', x.via_group_id, 'ownerId', x.owner_id,
      'dueOn', x.due_on, 'role', x.role, 'position', x.position, 'progress', x.progress, 'verification', x.verification,
      'closure', x.closure)`,
    recorded: `'{"position": "pending", "progress": "not_started", "verification": "none", "closure": null}' || t.recorded`,
  },
  {
    // Without their places, because a step that moves also moves others.
    table: 'actions',
    noun: 'assignment',
    made: 'assignment.action_added',
    always: true,
    says: `jsonb_build_object('titleId', x.title_id, 'responsibleId', x.responsible_id, 'startsOn', x.starts_on,
      'dueOn', x.due_on, 'state', x.state, 'doneOn', x.done_on)`,
    within: {
      column: 'assignment_id',
      id: `(e.body::jsonb #>> '{after,action,id}')::uuid`,
      after: `e.body::jsonb #> '{after,action}'`,
    },
  },
  {
    table: 'recommendations',
    noun: 'recommendation',
    made: 'recommendation.added',
    always: true,
    says: `jsonb_build_object('title', x.title, 'kind', x.kind, 'themes', x.themes, 'closure', x.closure,
      'namesNobody', x.names_nobody,
      'addressees', (select coalesce(jsonb_agg(ad.words order by ad.position), '[]') from addressees ad
                     where ad.recommendation_id = x.id))`,
    recorded: `'{"closure": null, "namesNobody": false}' || t.recorded || case when t.recorded ? 'addressees' then
      jsonb_build_object('addressees', jsonb_path_query_array(t.recorded, '$.addressees[*].words')) else '{}' end`,
  },
  {
    table: 'documents',
    noun: 'document',
    made: 'document.added',
    always: true,
    says: `jsonb_build_object('code', x.code, 'title', x.title, 'archived', x.archived_at is not null)`,
    recorded: `'{"archived": false}' || t.recorded`,
  },
  {
    table: 'annotations',
    noun: 'annotation',
    made: 'annotation.added',
    says: `jsonb_build_object('audience', x.audience, 'parentId', x.parent_id, 'withdrawn', x.withdrawn_at is not null)`,
    recorded: `'{"withdrawn": false}' || t.recorded`,
  },
  {
    table: 'organizations',
    noun: 'organization',
    made: 'organization.added',
    says: `jsonb_build_object('name', x.name, 'archived', x.archived_at is not null, 'merged', x.merged_into_id is not null)`,
    recorded: `'{"archived": false}' || t.recorded
      || case when t.recorded ? 'intoId' then '{"archived": true, "merged": true}' else '{"merged": false}'::jsonb end`,
  },
  {
    table: 'groups',
    noun: 'group',
    made: 'group.added',
    says: `jsonb_build_object('name', x.name,
      'organizationIds', ${membersOf('organization_id', 'group_members', 'm.group_id = x.id')})`,
    recorded: `t.recorded || jsonb_build_object('organizationIds', (
      select coalesce(jsonb_agg(last.member order by last.member), '[]') from (
        select named.member::uuid as member, array_agg(e.kind order by e.seq desc) as kinds
        from events e, lateral jsonb_array_elements_text(case e.kind
          when 'group.members_added' then e.body::jsonb #> '{after,organizationIds}'
          when 'group.members_removed' then e.body::jsonb #> '{before,organizationIds}' end) named(member)
        where e.subject_type = 'group' and e.subject_id = x.id
        group by named.member::uuid) last
      where last.kinds[1] = 'group.members_added'))`,
  },
  {
    table: 'instance',
    noun: 'instance',
    says: `jsonb_build_object('name', x.name, 'logo', x.logo_hash)`,
  },
  {
    table: 'users',
    noun: 'user',
    says: `jsonb_build_object('role', x.role, 'disabled', x.disabled_at is not null,
      'organizationIds', ${membersOf('organization_id', 'memberships', 'm.user_id = x.id')})`,
    recorded: `t.recorded || jsonb_build_object('disabled', coalesce(t.last_enabling = 'user.disabled', false))
      || case when t.recorded ? 'organizationIds' then
        jsonb_build_object('organizationIds', ${sorted("t.recorded -> 'organizationIds'")}) else '{}' end`,
  },
]

const batch = 5_000

/** Returns the first row that has another value than the last event that set it, or that no event created. */
export async function alteredRow(sql: Sql, report: Listener): Promise<Flaw | undefined> {
  for (const one of all) {
    const { rows } = await sql.query<{ n: number }>({
      name: `rows-total ${one.table}`,
      text: `select count(*)::int as n from ${one.table}`,
    })
    const text = comparison(one)
    let [from, done] = ['00000000-0000-0000-0000-000000000000', 0]
    for (;;) {
      const compared = await sql.query<Compared>({ name: `rows-altered ${one.table}`, text, values: [from] })
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

/** SQL: compares rows with the last value of each field in their events. */
const comparison = ({ table, noun, made, always, says, recorded = 't.recorded', within = itself }: Checked) => `
  with batch as materialized (select * from ${table} where id > $1 order by id limit ${batch}),
  t as materialized (
    select ${within.id} as id, jsonb_object_agg(f.key, f.value order by e.seq) filter (where f.key is not null) as recorded,
      (array_agg(e.kind order by e.seq desc) filter (where e.kind in ('user.disabled', 'user.enabled')))[1] as last_enabling,
      bool_or(e.kind = '${made ?? ''}') as made
    from events e left join lateral jsonb_each(
      case jsonb_typeof(${within.after}) when 'object' then ${within.after} else '{}' end) f on true
    where e.subject_type = '${noun}' and e.subject_id in (select ${within.column} from batch)
    group by 1),
  wrong as (
    select x.id, w.key as field from batch x left join t on t.id = x.id left join lateral (
      select says.key from jsonb_each(${says}) says
      where t.recorded is not null and (${recorded}) ? says.key and (${recorded}) -> says.key is distinct from says.value
      order by says.key limit 1) w on true
    where w.key is not null ${always ? 'or t.made is not true' : ''}
    order by x.id limit 1)
  select (select id from batch order by id desc limit 1) as last, (select count(*)::int from batch) as n,
    (select id from wrong), (select field from wrong)`

/** Returns the first row that an event created and that no longer exists, although no event removed it. */
export async function lostRow(sql: Sql): Promise<Flaw | undefined> {
  for (const { table, noun, made, within = itself } of all.filter(({ made }) => made)) {
    const { rows } = await sql.query<{ seq: number; id: string }>({
      name: `rows-lost ${table}`,
      text: `select e.seq::int, ${within.id} as id from events e
       where e.subject_type = $1 and e.kind = $2 and not exists (select from ${table} x where x.id = ${within.id})
         and not exists (
           select from events l where l.subject_type = $1 and l.subject_id = e.subject_id and l.kind = $3)
       order by e.seq limit 1`,
      values: [noun, made, `${noun}.removed`],
    })
    if (rows[0]) return { what: 'lost', table, seq: rows[0].seq, row: rows[0].id }
  }
  return undefined
}
