import 'server-only'
import { takenBack } from '@/lib/domain/corrections-sql'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { readByIndex } from '@/lib/platform/db'
import { shownMoment } from '@/lib/platform/shown-day'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/** A status that assignments of a recommendation reached. */
export type Reached = {
  recommendation: { key: string; code: string; title: string }
  status: AssignmentStatus | 'reopened' | 'returned'
  /** The organizations of the assignments, the latest first. */
  organizations: string[]
  /** The latest time when one of them reached it. */
  at: string
}

/** The number of days to look back. */
export const reachedWithin = 30

const most = 6

/** SQL: whether the status of a version `row` comes from a report that corrections took back. */
const mistaken = (row: string) => `(${row}.status <> 'closed' and coalesce((
  select ${takenBack('pr')} from (
    select id, progress from progress_reports
    where assignment_id = ${row}.id and state = 'submitted' and submitted_at <= ${row}.valid_from
    order by number desc limit 1) pr), false))`

// Reads versions from an index by time, back to a limit; the history has the older ones. What a version changed is looked up
// first, row after row, so that a limit ends the reading. A corrected report counts with its correction, so the correction is
// compared with the status before both.
/**
 * SQL: the statuses that assignments reached since the moment $1, the latest first: those of the recommendations $2, if
 * given, and so many, $3, if given.
 */
const recentProgressSql = `
  select json_build_object('key', r.key, 'code', d.code, 'title', r.title) as recommendation, r.id,
    case when before.status = 'closed' then 'reopened' when l.verification = 'returned' then 'returned' else l.status::text end as status, o.name as organization, l.valid_from as at
  from (
    select l.* from (
      select id, recommendation_id, status, verification, valid_from from assignment_versions
      where valid_from >= $1 order by valid_from desc limit 500) l
    where ($2::uuid[] is null or l.recommendation_id = any($2))
      and l.status <> (
        select case when prior.valid_to = l.valid_from then prior.status end from assignment_versions prior
        where prior.id = l.id and prior.valid_from < l.valid_from
        order by prior.valid_from desc limit 1)
    offset 0) l
  cross join lateral (
    select v.status from assignment_versions v
    where v.id = l.id and v.valid_from < l.valid_from and not ${mistaken('v')}
    order by v.valid_from desc limit 1) before
  join assignments a on a.id = l.id
  join organizations o on o.id = a.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id and d.archived_at is null
  where before.status <> l.status and not ${mistaken('l')}
  order by l.valid_from desc, o.name collate by_name
  limit $3`

type Row = Omit<Reached, 'organizations' | 'at'> & { id: string; organization: string; at: Date }

const read = (since: Date, recommendations: string[] | null, limit: number | null) =>
  readByIndex<Row>({ name: 'recent-progress', text: recentProgressSql, values: [since, recommendations, limit] })

/** These are usually enough to know which entries are shown. */
const first = 40

const hour = 3_600_000

/**
 * Returns the statuses that assignments reached recently, the latest first. Assignments of one recommendation with the
 * same status are one entry.
 */
export const recentProgress = (): Promise<Reached[]> =>
  progressSince((Math.floor(shownMoment().getTime() / hour) - reachedWithin * 24) * hour)

const progressSince = cacheUntilNextEvent(async (moment: number): Promise<Reached[]> => {
  const since = new Date(moment)
  const latest = await read(since, null, first)
  const shown = entriesOf(latest).slice(0, most)
  if (latest.length < first) return shown.map(({ entry }) => entry)

  // Further back there may be more organizations of the entries that are shown, or more entries.
  const only = shown.length < most ? null : [...new Set(shown.map(({ id }) => id))]
  return entriesOf(await read(since, only, null))
    .slice(0, most)
    .map(({ entry }) => entry)
})

/** The entries with the IDs of their recommendations. */
function entriesOf(rows: Row[]) {
  const found = new Map<string, { id: string; entry: Reached }>()
  for (const { id, organization, at, ...row } of rows) {
    const place = `${id} ${row.status}`
    const known = found.get(place)
    if (known) known.entry.organizations.push(organization)
    else found.set(place, { id, entry: { ...row, organizations: [organization], at: at.toISOString() } })
  }
  return [...found.values()]
}
