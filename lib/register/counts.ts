import 'server-only'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { beforeAll, type EventPlace, lastEventPlace } from '@/lib/history/event-place'
import { connected, type Sql } from '@/lib/platform/db'
import { type PastDay, settingsFor, shownPast } from '@/lib/platform/shown-day'
import {
  type AssignmentCount,
  type Counts,
  countParts,
  type Part,
  type Parts,
  type RecommendationCount,
} from './count-parts'

/** The counts as of the event `last`. */
type CountsThen = Counts & { last: EventPlace }

/** The counts in their parts: recommendations by the ID of their document, assignments by the ID of their organization. */
type Kept = CountsThen & {
  byDocument: Map<string, RecommendationCount[]>
  byOrganization: Map<string, AssignmentCount[]>
}

const kept = new Map<string, Kept>()
const running = new Map<string, Promise<Kept>>()
const waiting = new Map<string, Promise<Kept>>()

/**
 * Returns all counts as of now; `day` is the current day, YYYY-MM-DD. Keeps the counts, and counts only documents and
 * organizations again that later events have changed. Reads the events and the counts in one snapshot, so that the
 * counts are exactly those after the last event. A request during a count waits for the next count, which includes
 * everything that existed at the time of the request.
 */
export function countsOf(day: string): Promise<CountsThen> {
  const past = shownPast()
  if (past) return countsOfPast(null)
  const before = running.get(day)
  if (!before) return start(day)
  const next = waiting.get(day) ?? before.catch(() => undefined).then(() => start(day))
  waiting.set(day, next)
  return next
}

/** Counts everything at the end of the past day that is shown. */
const countsOfPast = cacheUntilNextEvent(async (_: null): Promise<CountsThen> => {
  const past = shownPast()
  if (!past) throw new Error('No past day is shown.')
  return connected((sql) => countPast(sql, past))
})

async function countPast(sql: Sql, past: PastDay): Promise<CountsThen> {
  await sql.query(`begin isolation level repeatable read read only; ${settingsFor(past)}`)
  const { recommendations, assignments } = await countParts(sql, past.day, null)
  const { rows } = await sql.query<EventPlace>({ name: 'counts-last-past', text: lastEventPlace })
  await sql.query('commit')
  return { last: rows[0] ?? beforeAll, recommendations: summed(recommendations), assignments }
}

function start(day: string): Promise<Kept> {
  waiting.delete(day)
  const run = connected((sql) => recount(sql, day)).then((counts) => {
    for (const earlier of kept.keys()) if (earlier !== day) kept.delete(earlier)
    kept.set(day, counts)
    return counts
  })
  running.set(day, run)
  const end = () => running.get(day) === run && running.delete(day)
  run.then(end, end)
  return run
}

async function recount(sql: Sql, day: string): Promise<Kept> {
  // By default the planner scans whole tables as soon as many of their rows have just changed.
  await sql.query(
    'begin isolation level repeatable read read only; set local enable_seqscan = off; set local enable_bitmapscan = off',
  )
  const before = kept.get(day)
  const { rows } = await sql.query<EventPlace & { known: boolean }>({
    name: 'counts-last',
    text: `select last.*, exists (select from events where seq = $1 and hash = $2) as known from (${lastEventPlace}) last`,
    values: [before?.last.seq ?? null, before?.last.hash ?? null],
  })
  const [{ known, ...last } = { ...beforeAll, known: false }] = rows
  const parts = before && known ? await changedSince(sql, before.last.seq) : null
  const counts = await countParts(sql, day, parts)
  await sql.query('commit')

  const byDocument = merged(parts && before?.byDocument, parts?.documents, counts.recommendations)
  const byOrganization = merged(parts && before?.byOrganization, parts?.organizations, counts.assignments)
  return {
    last,
    byDocument,
    byOrganization,
    recommendations: summed([...byDocument.values()].flat()),
    assignments: [...byOrganization.values()].flat(),
  }
}

/** The largest number of events to read back. After more, everything is counted again. */
const mostEvents = 1_000

type Changed = { type: string; kind: string; subject: string; recommendation: string | null }

/** Events with these subjects change no count. */
const uncounted = ['annotation', 'user', 'token', 'group', 'organization', 'instance']

/** Returns the documents and organizations whose counts the events after `seq` may have changed. */
async function changedSince(sql: Sql, seq: number): Promise<Parts> {
  const { rows } = await sql.query<Changed>({
    name: 'counts-changed',
    text: `select subject_type as type, kind, subject_id as subject, recommendation_id as recommendation
           from events where seq > $1 order by seq limit ${mostEvents + 1}`,
    values: [seq],
  })
  if (rows.length > mostEvents) return null
  const counted = rows.filter(({ type, kind }) => !uncounted.includes(type) || kind === 'organization.merged')
  if (counted.length === 0) return { documents: [], organizations: [] }
  if (counted.some(({ type }) => type !== 'assignment' && type !== 'recommendation')) return null

  const of = (wanted: string) => counted.filter(({ type }) => type === wanted).map(({ subject }) => subject)
  const recommendations = new Set([
    ...counted.flatMap(({ recommendation }) => recommendation ?? []),
    ...of('recommendation'),
  ])
  const { rows: found } = await sql.query<{ documents: string[]; organizations: string[] }>({
    name: 'counts-parts',
    text: changedPartsSql,
    values: [[...recommendations], of('assignment'), of('recommendation')],
  })
  return found[0] ?? null
}

/**
 * SQL: the documents of the recommendations $1, and the organizations of the assignments $2 and of the recommendations
 * $3. Read from their versions, which include what was removed or moved.
 */
const changedPartsSql = `
  select array(select distinct document_id from recommendation_versions where id = any($1::uuid[])) as documents,
    array(
      select organization_id from assignment_versions where id = any($2::uuid[])
      union select organization_id from assignments where recommendation_id = any($3::uuid[])) as organizations`

/** Returns the earlier counts, with those that were counted again replaced. */
function merged<Row extends Part>(
  before: Map<string, Omit<Row, 'part'>[]> | null | undefined,
  anew: string[] | undefined,
  counted: Row[],
) {
  const parts = new Map(before)
  for (const part of anew ?? []) parts.delete(part)
  for (const { part, ...count } of counted) {
    const counts = parts.get(part)
    if (counts) counts.push(count)
    else parts.set(part, [count])
  }
  return parts
}

/** Adds up counts by status and kind, over all documents. */
function summed(counts: RecommendationCount[]) {
  const sums = new Map<string, RecommendationCount>()
  for (const { status, kind, n, late, undated } of counts) {
    const place = `${status} ${kind}`
    const sum = sums.get(place) ?? { status, kind, n: 0, late: 0, undated: 0 }
    sums.set(place, { ...sum, n: sum.n + n, late: sum.late + late, undated: sum.undated + undated })
  }
  return [...sums.values()]
}
