import 'server-only'
import { daysLate } from '@/lib/domain/implementation-claim'
import { type Claim, lateClaim } from '@/lib/domain/implementation-claim-sql'
import { pending, undone } from '@/lib/domain/statuses'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { pool } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import type { Kind, RecommendationStatus } from '@/prisma/generated/enums'
import { heldBy } from './conditions'
import { pageOf } from './list'
import type { Scope } from './scope'
import { excerptAround, marked, withHit } from './search-hits'
import { termsOf } from './search-terms'
import { statement } from './statement'

/** Of its assignments. Those begun include those implemented, which include those verified. */
export type Counts = { all: number; open: number; begun: number; implemented: number; verified: number; closed: number }

/** A recommendation as the list shows it: only what one sees. */
export type ListRow = {
  key: string
  code: string
  title: string
  /** Its beginning, or what stands round the words that were searched; hits stand between two marks. */
  quote: string
  status: RecommendationStatus
  kind: Kind
  counts: Counts
  /** Whether something is still to be done, by those asked for. */
  undone: boolean
  /** How many assignments of those asked for were reported as implemented after their due dates. */
  reportedLate: number
  /** The first organizations that are responsible; those asked for come first. */
  owing: string[]
  /** The earliest due date of what those asked for have not yet done, whose it is, and how many more have the same. */
  next?: { dueOn: string; organization: string; others: number }
}

const length = 240

const excerpt = `case when char_length(r.quote) > ${length} then left(r.quote, ${length - 1}) || '…' else r.quote end`

/** SQL: the rows of a page; `held` says which assignments `a` are asked for, if not all. */
const rows = (title: string, quote: string, held?: string) => `
  with page as materialized (
    select r.id, given.place, ${held ? earliest(held) : 'r.next_due_on'} as due
    from unnest($1::uuid[]) with ordinality as given(id, place) join recommendations r on r.id = given.id),
  owed as (
    select r.id,
      (array_agg(o.name order by ${held ? `not (${held}), ` : ''}a.via_group_id is not null, a.role, o.name) filter (where a.status <> 'closed'))[1:2] as names,
      (array_agg(o.name order by o.name) filter (where ${falls(held)}))[1] as next,
      count(*) filter (where ${falls(held)}) as nexts,
      bool_or(${pending} and ${held ?? 'true'}) as undone,
      json_agg(${lateClaim}) filter (where a.progress = 'implemented' and ${held ?? 'true'}) as claims
    from page
    join recommendations r on r.id = page.id
    join assignments a on a.recommendation_id = r.id
    join organizations o on o.id = a.organization_id
    group by r.id)
  select json_strip_nulls(json_build_object(
    'key', r.key, 'code', d.code, 'title', ${title}, 'quote', ${quote}, 'status', r.status, 'kind', r.kind,
    'counts', json_build_object('all', r.open_count + r.closed_count, 'open', r.open_count,
      'begun', r.begun_count, 'implemented', r.implemented_count, 'verified', r.verified_count, 'closed', r.closed_count),
    'undone', ${held ? 'coalesce(owed.undone, false)' : undone}, 'claims', owed.claims,
    'owing', coalesce(owed.names, '{}'),
    'next', case when owed.next is not null and r.status <> 'closed' then
      json_build_object('dueOn', page.due, 'organization', owed.next, 'others', owed.nexts - 1) end)) as row
  from page
  join recommendations r on r.id = page.id
  join documents d on d.id = r.document_id
  left join owed on owed.id = r.id
  order by page.place`

const falls = (held = 'true') => `${pending} and a.due_on = page.due and ${held}`

/** SQL: the earliest due date of what is not yet done by those asked for. */
const earliest = (held: string) =>
  `(select min(a.due_on) from assignments a where a.recommendation_id = r.id and ${pending} and ${held})`

const withHitsIn = (held?: string) =>
  rows(marked('r.title', 'd.language', '$2'), marked('r.quote', 'd.language', '$2'), held)

const asItIs = rows('r.title', excerpt)
const withHits = withHitsIn()

export type RowPage = { rows: ListRow[]; next: string | null }

/** One page of a list as the screen shows it, and where to go on. Read once after each change. */
export const rowPageOf = cacheUntilNextEvent(
  async (scope: Scope): Promise<Result<RowPage>> => {
    const page = await pageOf(scope)
    if (!page.ok) return page
    const { ids, next } = page.value
    return ok({ rows: await rowsOf(ids, scope), next })
  },
  { most: 100, keeps: ({ ok }) => ok },
)

/**
 * Recommendations in the order of their ids here; with what was searched for, marked where it stands. Where the scope asks
 * for an organization, a group or an owner, what is due and who is named first are theirs.
 */
export async function rowsOf(ids: string[], scope?: Scope): Promise<ListRow[]> {
  if (ids.length === 0) return []
  const q = scope?.filters.q
  const query = queryOf(ids, scope)
  const { rows } = await pool.query<{ row: Row }>(query)
  return rows.map(({ row }) => {
    const { claims = [], ...shown } = row
    const late = { ...shown, reportedLate: claims.filter((claim) => daysLate(claim) > 0).length }
    return q ? { ...late, title: withHit(late.title, q), quote: excerptAround(withHit(late.quote, q), length) } : late
  })
}

function queryOf(ids: string[], scope?: Scope) {
  const q = scope?.filters.q
  const { values, place } = statement()
  values.push(ids, ...(q ? [termsOf(q).wanted] : []))
  const held = scope ? heldBy(scope, place) : []
  if (held.length > 0) {
    const asked = held.join(' and ')
    return { text: q ? withHitsIn(asked) : rows('r.title', excerpt, asked), values }
  }
  return q ? { name: 'list-hits', text: withHits, values } : { name: 'list-rows', text: asItIs, values }
}

type Row = Omit<ListRow, 'reportedLate'> & { claims?: (Claim | null)[] }
