import 'server-only'
import { daysLate } from '@/lib/domain/implementation-claim'
import { type Claim, lateClaim } from '@/lib/domain/implementation-claim-sql'
import { pending, undone } from '@/lib/domain/statuses'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { read, readPrepared } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { allOf, bind, type Composed, empty, raw, sql } from '@/lib/platform/sql'
import type { Kind, RecommendationStatus } from '@/prisma/generated/enums'
import { partyConditions } from './conditions'
import { pageOf } from './list'
import type { Scope } from './scope'
import { excerptAround, marked, withHit } from './search-hits'
import { termsOf } from './search-terms'

/** The number of assignments. `begun` includes `implemented`, which includes `verified`. */
export type Counts = { all: number; open: number; begun: number; implemented: number; verified: number; closed: number }

/** A recommendation as the list shows it, with only the fields that are visible. */
export type ListRow = {
  key: string
  code: string
  title: string
  /** The beginning of the quote, or the part around the words of a search. Hits are between two marks. */
  quote: string
  status: RecommendationStatus
  kind: Kind
  counts: Counts
  /** Whether the matching assignments still need work. */
  undone: boolean
  /** The number of matching assignments that were reported as implemented after their due dates. */
  reportedLate: number
  /** The first responsible organizations. Those that match the filters come first. */
  responsible: string[]
  /**
   * The earliest due date of the matching unfinished assignments, an organization that has it, and how many others have
   * it too.
   */
  next?: { dueOn: string; organization: string; others: number }
}

const length = 240

const excerpt = `case when char_length(r.quote) > ${length} then left(r.quote, ${length - 1}) || '…' else r.quote end`

type Shown = { title: Composed; quote: Composed }

/**
 * SQL: the rows of a page with these IDs. `held` is the condition for assignments `a` that match; without it, all
 * match.
 */
const rowsSql = (ids: string[], { title, quote }: Shown, held?: Composed) => sql`
  with page as materialized (
    select r.id, given.place, ${held ? earliest(held) : sql`r.next_due_on`} as due
    from unnest(${ids}::uuid[]) with ordinality as given(id, place) join recommendations r on r.id = given.id),
  held_by as (
    select r.id,
      (array_agg(o.name order by ${held ? sql`not (${held}), ` : empty}a.via_group_id is not null, a.role, o.name) filter (where a.status <> 'closed'))[1:2] as names,
      (array_agg(o.name order by o.name) filter (where ${falls(held)}))[1] as next,
      count(*) filter (where ${falls(held)}) as nexts,
      bool_or(${raw(pending)} and ${held ?? sql`true`}) as undone,
      json_agg(${raw(lateClaim)}) filter (where a.progress = 'implemented' and ${held ?? sql`true`}) as claims
    from page
    join recommendations r on r.id = page.id
    join assignments a on a.recommendation_id = r.id
    join organizations o on o.id = a.organization_id
    group by r.id)
  select json_strip_nulls(json_build_object(
    'key', r.key, 'code', d.code, 'title', ${title}, 'quote', ${quote}, 'status', r.status, 'kind', r.kind,
    'counts', json_build_object('all', r.open_count + r.closed_count, 'open', r.open_count,
      'begun', r.begun_count, 'implemented', r.implemented_count, 'verified', r.verified_count, 'closed', r.closed_count),
    'undone', ${held ? sql`coalesce(held_by.undone, false)` : raw(undone)}, 'claims', held_by.claims,
    'responsible', coalesce(held_by.names, '{}'),
    'next', case when held_by.next is not null and r.status <> 'closed' then
      json_build_object('dueOn', page.due, 'organization', held_by.next, 'others', held_by.nexts - 1) end)) as row
  from page
  join recommendations r on r.id = page.id
  join documents d on d.id = r.document_id
  left join held_by on held_by.id = r.id
  order by page.place`

const falls = (held = sql`true`) => sql`${raw(pending)} and a.due_on = page.due and ${held}`

/** SQL: the earliest due date of the matching unfinished assignments. */
const earliest = (held: Composed) =>
  sql`(select min(a.due_on) from assignments a where a.recommendation_id = r.id and ${raw(pending)} and ${held})`

const asItIs: Shown = { title: sql`r.title`, quote: raw(excerpt) }

/** SQL: title and quote with the words of a search marked. */
const withHits = (words: string): Shown => ({
  title: bind(marked('r.title', 'd.language', '$1'), words),
  quote: bind(marked('r.quote', 'd.language', '$1'), words),
})

export type RowPage = { rows: ListRow[]; next: string | null }

/** Returns a page of a list as the screen shows it, with the cursor of the next page. Read once after each change. */
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
 * Returns recommendations in the order of their IDs, with the words of the search marked. If the scope names an
 * organization, a group or an owner, their due dates and names come first.
 */
export async function rowsOf(ids: string[], scope?: Scope): Promise<ListRow[]> {
  if (ids.length === 0) return []
  const q = scope?.filters.q
  const shown = q ? withHits(termsOf(q).wanted) : asItIs
  const held = scope ? partyConditions(scope) : []
  const rows =
    held.length > 0
      ? await read<{ row: Row }>('list-rows-asked', rowsSql(ids, shown, allOf(held)))
      : await readPrepared<{ row: Row }>('list-rows', rowsSql(ids, shown))
  return rows.map(({ row }) => {
    const { claims = [], ...seen } = row
    const late = { ...seen, reportedLate: claims.filter((claim) => daysLate(claim) > 0).length }
    return q ? { ...late, title: withHit(late.title, q), quote: excerptAround(withHit(late.quote, q), length) } : late
  })
}

type Row = Omit<ListRow, 'reportedLate'> & { claims?: (Claim | null)[] }
