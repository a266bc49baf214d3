import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import type { Party } from '@/lib/domain/answer-shapes'
import { archivedDocuments } from '@/lib/domain/visibility'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { config } from '@/lib/platform/config'
import { cursors } from '@/lib/platform/cursor'
import { read } from '@/lib/platform/db'
import { bind, empty, iso, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus, Closure, CycleAnswer, Position, Progress, Verification } from '@/prisma/generated/enums'
import type { Cycle } from './cycle'
import { allResults } from './results-sql'

/** How many assignments a cycle asks for, and how many of them have answered, by then or late. */
export type CycleCounts = { asked: number } & Record<CycleAnswer, number>

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

type Of = { cycles: string[]; keeps: boolean }

/** SQL: the results of these cycles that the reader may see. */
const resultsOf = ({ cycles, keeps }: Of) => sql`
  select x.* from (${bind(allResults, cycles, config.TIME_ZONE)}) x
  where ${keeps} or x.document_id not in ${raw(archivedDocuments)}`

const answers = ['answered', 'late', 'not_answered', 'closed'] as const
const counts = raw(
  `count(*)::int as asked, ${answers.map((one) => `(count(*) filter (where x.answer = '${one}'))::int as ${one}`).join(', ')}`,
)

const none: CycleCounts = { asked: 0, answered: 0, late: 0, not_answered: 0, closed: 0 }

const readCounts = cacheUntilNextEvent(async (of: Of) => {
  const rows = await read<CycleCounts & { id: string }>(
    'cycle-counts',
    sql`select x.cycle_id as id, ${counts} from (${resultsOf(of)}) x group by x.cycle_id`,
  )
  return new Map(rows.map(({ id, ...counted }) => [id, counted]))
})

/** Returns a function that counts the answers to one of these cycles. */
export async function countsOf(actor: Actor, cycles: readonly Cycle[]): Promise<(cycle: Cycle) => CycleCounts> {
  const counted = await readCounts({ cycles: cycles.map(({ id }) => id), keeps: keepsTheRecord(actor) })
  return ({ id }) => counted.get(id) ?? none
}

const readOrganizations = cacheUntilNextEvent(
  (of: Of) =>
    read<CycleCounts & { id: string; slug: string; name: string }>(
      'cycle-organizations',
      sql`
    select x.organization_id as id, o.slug, x.organization_name as name, ${counts}
    from (${resultsOf(of)}) x join organizations o on o.id = x.organization_id
    group by x.organization_id, o.slug, x.organization_name order by x.organization_name, x.organization_id`,
    ),
  { most: 20 },
)

const organizationPages = cursors('cycle organizations', z.tuple([z.uuid(), z.int()]))

type Wanted = { after?: string | undefined; limit?: number | undefined }

/** With `urgentFirst`, the actor's own organizations precede those that have not answered everything, and the rest. */
type Ordered = Wanted & { urgentFirst?: boolean | undefined }

/** Returns a page of the organizations that a cycle asks, by name, with their counts. */
export async function organizationsOf(actor: Actor, { id }: Cycle, { after, limit = 50, urgentFirst }: Ordered = {}) {
  const all = await readOrganizations({ cycles: [id], keeps: keepsTheRecord(actor) })
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
export const isAsked = async (actor: Actor, { id }: Cycle, slug: string) =>
  (await readOrganizations({ cycles: [id], keeps: keepsTheRecord(actor) })).some((one) => one.slug === slug)

const rowPages = cursors('cycle results', z.tuple([z.string(), z.uuid(), z.uuid(), z.int(), z.uuid()]))

/** The schemas of the places after which the lists of a cycle continue. */
export const resultCursors = { organizations: organizationPages.schema, assignments: rowPages.schema }

export type Filtered = Wanted & { organization?: string | undefined; answer?: CycleAnswer | undefined }

const order = raw('x.organization_name, x.organization_id, x.document_id, x.ordinal, x.assignment_id')

/** Returns a page of what the assignments of a cycle answered, by organization and in the order of the text. */
export async function assignmentsOf(
  actor: Actor,
  { id, closedAt }: Cycle,
  { after, limit = 50, organization, answer }: Filtered = {},
) {
  const from = rowPages.read(after)
  const later = from
    ? sql`and (${order}) > (${from[0]}, ${from[1]}::uuid, ${from[2]}::uuid, ${from[3]}::int, ${from[4]}::uuid)`
    : empty
  const ofOne =
    organization === undefined
      ? empty
      : sql`and x.organization_id in (select id from organizations where slug = ${organization})`
  const like = answer === undefined ? empty : sql`and x.answer = ${answer}::cycle_answer`
  const rows = await read<{ place: [string, string, string, number, string]; result: CycleResult }>(
    'cycle-results',
    sql`
    with page as (
      select x.* from (${resultsOf({ cycles: [id], keeps: keepsTheRecord(actor) })}) x
      where true ${later} ${ofOne} ${like} order by ${order} limit ${limit + 1})
    select json_build_array(${order}) as place, json_strip_nulls(json_build_object(
      'assignment', x.assignment_id, 'recommendation', json_build_object('key', x.key, 'title', x.title),
      'organization', json_build_object('slug', o.slug, 'name', x.organization_name),
      'answer', x.answer, 'answeredAt', ${raw(iso('x.answered_at'))}, 'status', x.status, 'progress', x.progress,
      'verification', x.verification, 'position', x.position, 'closure', x.closure, 'dueOn', x.due_on,
      'owner', case when x.owner_id is not null then json_build_object('id', x.owner_id,
        'name', name_at(x.owner_id, ${closedAt ?? 'infinity'}::timestamptz)) end)) as result
    from page x join organizations o on o.id = x.organization_id order by ${order}`,
  )
  const { rows: shown, next } = rowPages.page(rows, limit)
  return { items: shown.map(({ result }) => result), next }
}
