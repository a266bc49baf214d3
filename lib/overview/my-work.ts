import 'server-only'
import { z } from 'zod'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { soonWithin } from '@/lib/domain/due-dates'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { daysAfter, today } from '@/lib/platform/clock'
import { cursorOf, dueDay, readCursor } from '@/lib/platform/cursor'
import { readByOnePlan } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { type BegunDraft, begunDrafts } from '@/lib/reports/report-drafts'
import { type UnassignedWork, unassignedWork } from './unassigned'
import { type Found, mine, type NextStep, nextSteps, rankOf, shown } from './work-sql'

/**
 * `next` is undefined if the reader may only read, or if nothing is left to do. `draft` is the one of their organization,
 * only for those who may continue it.
 */
export type WorkItem = Found & { next?: NextStep; draft?: BegunDraft }

export type MyWork = {
  /** Unfinished assignments that do not wait for a coordinator, the most urgent first. */
  items: WorkItem[]
  /** The cursor of the next page. */
  next: string | null
  total: number
  /** The number of them with each next step, whether or not the reader may take it. */
  steps: Record<NextStep, number>
  overdue: number
  soon: number
  /** Finished assignments: those that were assigned last, and how many there are. */
  done: { items: WorkItem[]; total: number }
  /** The unfinished assignments of each of the reader's organizations, with those that it does not accept. */
  own: { slug: string; name: string; pending: number; overdue: number }[]
  /** Recommendations that are not assigned, for readers who may assign them. */
  unassigned: UnassignedWork
}

const done = rankOf('done')
/** SQL: whether something is left to do. What is not accepted waits for a coordinator. */
const toDo = `rank < ${done} and not refused`
/** SQL: whether work is overdue. What was returned comes before it in the list, whatever its due date. */
const late = `rank in (${rankOf('returned')}, ${rankOf('overdue')}) and own_due < $3::date`
const counted = (condition: string) => `(count(*) filter (where ${condition}))::int`

/**
 * SQL: a page of the work that `mine` ranks with $1 to $4. Starts after the turn $5, the day $6, the owner rank $7 and
 * the ID $8; $9 rows of unfinished work, only with the next step $11 if there is one, and $10 of finished work.
 */
const myWorkSql = `
  with mine as materialized (${mine}),
  page as materialized (
    select * from mine
    where ${toDo} and (turn, due, others, id) > ($5::int, $6::date, $7::int, $8::uuid)
      and ($11::text is null or step = $11)
    order by turn, due, others, id limit $9),
  finished as materialized (select * from mine where rank = ${done} order by id desc limit $10),
  counted as (
    select ${counted(toDo)} as total,
      json_build_object(${nextSteps.map((step) => `'${step}', ${counted(`${toDo} and step = '${step}'`)}`).join(', ')}) as steps,
      ${counted(late)} as overdue,
      ${counted(`rank in (${rankOf('returned')}, ${rankOf('soon')}) and own_due between $3::date and $4::date`)} as soon,
      ${counted(`rank = ${done}`)} as "doneTotal"
    from mine)
  select counted.*,
    coalesce((
      select json_agg(json_build_object('slug', o.slug, 'name', o.name, 'pending', t.pending, 'overdue', t.overdue)
        order by array_position($2, o.id))
      from organizations o, lateral (
        select count(*) filter (where rank < ${done}) as pending, count(*) filter (where ${late}) as overdue
        from mine where organization_id = o.id) t
      where o.id = any($2)), '[]') as own,
    ${shown('page', 'm.turn, m.due, m.others, m.id')} as items,
    ${shown('finished', 'm.id desc')} as done
  from counted`

type Shown = { place: WorkPlace; organizationId: string; step: NextStep; found: Found }
type Row = Pick<MyWork, 'total' | 'steps' | 'overdue' | 'soon' | 'own'> & {
  doneTotal: number
  items: Shown[]
  done: Shown[]
}

type Wanted = { after?: string | undefined; limit?: number | undefined }

/**
 * Returns the unfinished assignments of a person and of their organizations, the most urgent first, each with its next
 * step. Those that an organization does not accept are left out.
 */
export async function myWork(actor: Actor, { after, limit = 50 }: Wanted = {}): Promise<Result<MyWork>> {
  const from = after === undefined ? ok(beginningOfWork) : readCursor(order, WorkPlace, after)
  return from.ok ? ok(await workFrom(actor, from.value, limit)) : from
}

/** Returns the first unfinished assignments. */
export const firstWork = (actor: Actor, limit: number) => workFrom(actor, beginningOfWork, limit)

async function workFrom(actor: Actor, from: WorkPlace, limit: number): Promise<MyWork> {
  const [{ rows, ...work }, unassigned] = await Promise.all([
    workRows(actor, from, { limit: limit + 1 }),
    mayAssign(actor) ? unassignedWork() : { items: [], total: 0 },
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(({ item }) => item),
    next: last && rows.length > limit ? cursorOf(order, last.place) : null,
    ...work,
    unassigned,
  }
}

/** A part of the work: each assignment with its place in the order. */
type Part = Omit<MyWork, 'items' | 'next' | 'unassigned'> & {
  rows: { place: WorkPlace; step: NextStep; item: WorkItem }[]
}

/** Returns the rows after a place, only those with a certain next step if one is given, and the counts of all work. */
export async function workRows(
  actor: Actor,
  from: WorkPlace,
  { limit, step }: { limit: number; step?: NextStep | undefined },
): Promise<Part> {
  const day = today()
  const doneShown = from === beginningOfWork && !step ? Math.min(limit, mostDone) : 0
  const { items, done, doneTotal, ...counts } = await readWork([
    actor.id,
    actor.organizationIds,
    day,
    daysAfter(day, soonWithin),
    ...from,
    limit,
    doneShown,
    step ?? null,
  ])
  const drafts = await begunDrafts(
    actor,
    items.map(({ found }) => found.assignment.id),
  )
  return {
    rows: items.map((one) => ({ place: one.place, step: one.step, item: withNext(actor, one, drafts) })),
    ...counts,
    done: { items: done.map(({ found }) => found), total: doneTotal },
  }
}

type Values = [
  id: string,
  organizationIds: readonly string[],
  today: string,
  soon: string,
  ...WorkPlace,
  limit: number,
  done: number,
  step: NextStep | null,
]

/** Drafts have no events, so they are not kept with the work. */
const readWork = cacheUntilNextEvent(
  async (values: Values): Promise<Row> => {
    const [row] = await readByOnePlan<Row>({ name: 'my-work', text: myWorkSql, values: [...values] })
    if (!row) throw new Error('The work was not counted.')
    return row
  },
  { most: 100 },
)

/**
 * Returns the reporting cycle that decides on the place of an assignment in the list, because it closes before the due
 * date.
 */
export function askedBeforeDue({ why, assignment: { dueOn }, cycles = [] }: WorkItem) {
  const [first] = cycles
  if (why === 'returned' || why === 'overdue' || !first) return undefined
  return !dueOn || first.closesOn < dueOn ? first : undefined
}

const mostDone = 20

function withNext(actor: Actor, { organizationId, step, found }: Shown, drafts: Map<string, BegunDraft>): WorkItem {
  if (!mayReportOn(actor, { organizationId })) return found
  const draft = drafts.get(found.assignment.id)
  return { ...found, next: step, ...(draft && { draft }) }
}

const order = 'work'

/** The place of an assignment in the list: its turn, the day, whether another person owns it, and its ID. */
export const WorkPlace = z.tuple([z.int().min(0).max(9), dueDay, z.int().min(0).max(1), z.uuid()])
export type WorkPlace = z.infer<typeof WorkPlace>

export const beginningOfWork: WorkPlace = [0, '0001-01-01', 0, '00000000-0000-0000-0000-000000000000']
