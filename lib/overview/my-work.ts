import 'server-only'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { daysAfter, today } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { soonWithin } from '@/lib/recommendations/filters'
import { type Assignment, assignmentJoins, assignmentJson } from '@/lib/recommendations/shapes'

/** Why something stands where it does in the order in which things matter. */
export const whys = ['overdue', 'returned', 'soon', 'unowned', 'later', 'undated'] as const
export type Why = (typeof whys)[number]

/** Say what was done; add what the reviewer misses; name who answers for it. */
export type NextStep = 'report' | 'complete' | 'own'

export type Asked = { key: string; code: string; title: string; quote: string }

/** `next` is missing for who only looks on. */
export type WorkItem = { recommendation: Asked; assignment: Assignment; why: Why; next?: NextStep }

export type MyWork = {
  /** What is on the reader and on their organizations, what matters first; at most fifty. */
  items: WorkItem[]
  total: number
  overdue: number
  soon: number
  /** Of each of the reader's organizations, what is still to be done. */
  own: { slug: string; name: string; pending: number; overdue: number }[]
  /** For who assigns: what nobody has yet; at most ten. */
  unassigned: { items: Asked[]; total: number }
}

const asked = `json_build_object('key', r.key, 'code', d.code, 'title', r.title, 'quote', r.quote)`

const work = `
  with mine as (
    select a.id, a.organization_id, a.due_on, a.verification = 'returned' as returned, case
        when a.verification = 'returned' then 1
        when a.due_on < $3::date then 0
        when a.due_on <= $4::date then 2
        when a.owner_id is null then 3
        when a.due_on is not null then 4
        else 5
      end as rank
    from assignments a join recommendations r on r.id = a.recommendation_id
    where (a.owner_id = $1 or a.organization_id = any($2))
      and (a.status in ('not_started', 'in_progress', 'partially_implemented') or a.verification = 'returned')
      and r.closure is null
      and r.document_id not in (select id from documents where archived_at is not null)),
  first as (select * from mine order by rank, due_on, id limit 50)
  select
    (select count(*) from mine)::int as total,
    (select count(*) from mine where rank = 0)::int as overdue,
    (select count(*) from mine where rank = 2)::int as soon,
    coalesce((
      select json_agg(json_build_object('slug', o.slug, 'name', o.name, 'pending', t.pending, 'overdue', t.overdue)
        order by o.name)
      from organizations o, lateral (
        select count(*) filter (where not returned) as pending, count(*) filter (where rank = 0) as overdue
        from mine where organization_id = o.id) t
      where o.id = any($2)), '[]') as own,
    coalesce((
      select json_agg(json_build_object('recommendation', ${asked}, 'assignment', ${assignmentJson},
        'organizationId', a.organization_id, 'rank', first.rank) order by first.rank, first.due_on, first.id)
      from first
      join assignments a on a.id = first.id ${assignmentJoins}
      join recommendations r on r.id = a.recommendation_id
      join documents d on d.id = r.document_id), '[]') as items`

type Found = Omit<MyWork, 'items' | 'unassigned'> & {
  items: { recommendation: Asked; assignment: Assignment; organizationId: string; rank: number }[]
}

/** What is on somebody and on their organizations, in the order in which it matters, each with the next step. */
export async function myWork(actor: Actor): Promise<MyWork> {
  const day = today()
  const values = [actor.id, actor.organizationIds, day, daysAfter(day, soonWithin)]
  const [found, unassigned] = await Promise.all([
    pool.query<Found>({ name: 'my-work', text: work, values }),
    mayAssign(actor) ? withNobody(10) : { items: [], total: 0 },
  ])
  const { items = [], total = 0, overdue = 0, soon = 0, own = [] } = found.rows[0] ?? {}
  return {
    items: items.map(({ recommendation, assignment, organizationId, rank }) => {
      const why = whys[rank] ?? 'undated'
      return { recommendation, assignment, why, ...(mayReportOn(actor, { organizationId }) && { next: nextStep(why) }) }
    }),
    total,
    overdue,
    soon,
    own,
    unassigned,
  }
}

const nextStep = (why: Why): NextStep => (why === 'returned' ? 'complete' : why === 'unowned' ? 'own' : 'report')

const nobodys = `
  from recommendations r join documents d on d.id = r.document_id
  where r.status = 'unassigned' and d.archived_at is null`

const unassigned = `
  select (select count(*) ${nobodys})::int as total, coalesce((
    select json_agg(first.asked)
    from (
      select ${asked} as asked ${nobodys} order by r.status, r.document_id, r.ordinal, r.start, r.id limit $1) first
  ), '[]') as items`

/** What asks for action and nobody has, in the order of the text. */
async function withNobody(limit: number): Promise<MyWork['unassigned']> {
  const query = { name: 'with-nobody', text: unassigned, values: [limit] }
  const { rows } = await pool.query<MyWork['unassigned']>(query)
  return rows[0] ?? { items: [], total: 0 }
}
