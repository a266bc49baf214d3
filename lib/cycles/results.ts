import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { archivedDocuments } from '@/lib/domain/visibility'
import { config } from '@/lib/platform/config'
import { cursors } from '@/lib/platform/cursor'
import { readByLoops } from '@/lib/platform/db'
import { bind, empty, iso, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus, Closure, CycleAnswer, Position, Progress, Verification } from '@/prisma/generated/enums'
import type { Cycle } from './cycle'
import { type CycleCounts, countsByOrganization, type OrganizationCounts } from './kept-counts'
import { allResults } from './results-sql'

export type OfOrganization = { organization: Party; counts: CycleCounts }

/** What an assignment answered to a cycle. If the cycle is closed, everything is as it was then. */
export type CycleResult = {
  assignment: string
  recommendation: { key: string; title: string }
  organization: Party
  answer: CycleAnswer
  answeredAt?: string
  status: AssignmentStatus
  progress: Progress
  verification: Verification
  position: Position
  closure?: Closure
  dueOn?: string
  owner?: { id: string; name: string }
}

/** SQL: the results of a cycle that the reader may see. */
const resultsOf = (actor: Actor, cycle: string) => sql`
  select x.* from (${bind(allResults, [cycle], config.TIME_ZONE)}) x
  where ${keepsTheRecord(actor)} or x.document_id not in ${raw(archivedDocuments)}`

const none: CycleCounts = { asked: 0, answered: 0, late: 0, not_answered: 0, closed: 0 }

const sumOf = (one: CycleCounts, other: CycleCounts): CycleCounts => ({
  asked: one.asked + other.asked,
  answered: one.answered + other.answered,
  late: one.late + other.late,
  not_answered: one.not_answered + other.not_answered,
  closed: one.closed + other.closed,
})

/** Returns a function that counts the answers to one of these cycles. */
export async function countsOf(actor: Actor, cycles: readonly Cycle[]): Promise<(cycle: Cycle) => CycleCounts> {
  const counted = await countsByOrganization({ cycles: cycles.map(({ id }) => id), keeps: keepsTheRecord(actor) })
  return ({ id }) => (counted.get(id) ?? []).reduce(sumOf, none)
}

/** Returns the counts of all organizations that a cycle asks, by name. */
const organizationsIn = async (actor: Actor, { id }: Cycle) =>
  (await countsByOrganization({ cycles: [id], keeps: keepsTheRecord(actor) })).get(id) ?? []

const organizationPages = cursors('cycle organizations', z.tuple([z.uuid(), z.int()]))

type Wanted = { after?: string | undefined; limit?: number | undefined }

/** With `urgentFirst`, the actor's own organizations precede those that have not answered everything, and the rest. */
type Ordered = Wanted & { urgentFirst?: boolean | undefined }

/** Returns a page of the organizations that a cycle asks, by name, with their counts. */
export async function organizationsOf(actor: Actor, cycle: Cycle, { after, limit = 50, urgentFirst }: Ordered = {}) {
  const all = await organizationsIn(actor, cycle)
  const rankOf = (one: (typeof all)[number]) => {
    if (!urgentFirst) return 0
    return actor.organizationIds.includes(one.id) ? 0 : one.not_answered > 0 ? 1 : 2
  }
  const [last, rank] = organizationPages.read(after) ?? []
  const lastByName = all.findIndex((one) => one.id === last)
  // The last one shown may have answered since, and have another rank now.
  const isLater = (own: number, byName: number) =>
    rank === undefined || own > rank || (own === rank && byName > lastByName)
  const rows = all
    .map((one, byName) => ({ ...one, byName, place: [one.id, rankOf(one)] as [string, number] }))
    .filter(({ byName, place: [, own] }) => isLater(own, byName))
    .toSorted((one, other) => one.place[1] - other.place[1] || one.byName - other.byName)
    .slice(0, limit + 1)
  const page = organizationPages.page(rows, limit)
  const items = page.rows.map(
    ({ id: _id, place: _place, byName: _byName, slug, name, ...counted }): OfOrganization => ({
      organization: { slug, name },
      counts: counted,
    }),
  )
  return { items, next: page.next, total: all.length }
}

/** Returns whether a cycle asks the organization with this slug, archived or not. */
export const isAsked = async (actor: Actor, cycle: Cycle, slug: string) =>
  (await organizationsIn(actor, cycle)).some((one) => one.slug === slug)

/** The place of a row: the name and the ID of its organization, its document, its place there, and its ID. */
const RowPlace = z.tuple([z.string(), z.uuid(), z.uuid(), z.int(), z.uuid()])

const rowPages = cursors('cycle results', RowPlace)

/** The schemas of the places after which the lists of a cycle continue. */
export const resultCursors = { organizations: organizationPages.schema, assignments: rowPages.schema }

export type Filtered = Wanted & { organization?: string | undefined; answer?: CycleAnswer | undefined }

const order = raw('x.organization_name, x.organization_id, x.document_id, x.ordinal, x.assignment_id')

type Row = { place: z.infer<typeof RowPlace>; result: CycleResult }

/** Returns a page of what the assignments of a cycle answered, by organization and in the order of the text. */
export async function assignmentsOf(actor: Actor, cycle: Cycle, { after, limit = 50, ...which }: Filtered = {}) {
  const from = rowPages.read(after)
  const read = (ids: string[]) => readRows(actor, cycle, { from, ids, limit: limit + 1, answer: which.answer })
  const all = await organizationsIn(actor, cycle)
  const within = which.organization === undefined ? all : all.filter(({ slug }) => slug === which.organization)
  const nearest = nearestIn(within, { from, limit, answer: which.answer })
  const found = await read(nearest)
  // Since they were counted, fewer may answer like this.
  const rows = found.length > limit || nearest.length === within.length ? found : await read(within.map(({ id }) => id))
  const { rows: shown, next } = rowPages.page(rows, limit)
  return { items: shown.map(({ result }) => result), next }
}

type Nearest = { from: Row['place'] | undefined; limit: number; answer: CycleAnswer | undefined }

/** Returns those of the organizations that fill a page, so that the assignments of the others are not read. */
function nearestIn(organizations: readonly OrganizationCounts[], { from, limit, answer }: Nearest): string[] {
  const begun = organizations.findIndex(({ id }) => id === from?.[1])
  if (from && begun < 0) return organizations.map(({ id }) => id)
  const ids: string[] = []
  let rows = 0
  for (const one of organizations.slice(Math.max(begun, 0))) {
    ids.push(one.id)
    // Some rows of the organization of the last row were shown before.
    if (one.id !== from?.[1]) rows += answer === undefined ? one.asked : one[answer]
    if (rows > limit) break
  }
  return ids
}

type Wide = Omit<Nearest, 'limit'> & { ids: string[]; limit: number }

function readRows(actor: Actor, { id, closedAt }: Cycle, { from, ids, limit, answer }: Wide) {
  const later = from
    ? sql`and (${order}) > (${from[0]}, ${from[1]}::uuid, ${from[2]}::uuid, ${from[3]}::int, ${from[4]}::uuid)`
    : empty
  const like = answer === undefined ? empty : sql`and x.answer = ${answer}::cycle_answer`
  return readByLoops<Row>(
    'cycle-results',
    sql`
    with page as (
      select x.* from (${resultsOf(actor, id)}) x
      where x.organization_id = any(${ids}::uuid[]) ${later} ${like} order by ${order} limit ${limit})
    select json_build_array(${order}) as place, json_strip_nulls(json_build_object(
      'assignment', x.assignment_id, 'recommendation', json_build_object('key', x.key, 'title', x.title),
      'organization', json_build_object('slug', o.slug, 'name', x.organization_name),
      'answer', x.answer, 'answeredAt', ${raw(iso('x.answered_at'))}, 'status', x.status, 'progress', x.progress,
      'verification', x.verification, 'position', x.position, 'closure', x.closure, 'dueOn', x.due_on,
      'owner', case when x.owner_id is not null then json_build_object('id', x.owner_id,
        'name', name_at(x.owner_id, ${closedAt ?? 'infinity'}::timestamptz)) end)) as result
    from page x join organizations o on o.id = x.organization_id order by ${order}`,
  )
}
