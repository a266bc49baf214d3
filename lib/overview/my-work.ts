import 'server-only'
import { z } from 'zod'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { soonWithin } from '@/lib/domain/due-dates'
import { daysAfter, today } from '@/lib/platform/clock'
import { cursorOf, dueDay, readCursor } from '@/lib/platform/cursor'
import { readByOnePlan } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import type { BegunDraft } from '@/lib/reports/report-drafts'
import { type UnassignedWork, unassignedWork } from './unassigned'
import { type Found, mine, rankOf, shown, type UrgencyReason } from './work-sql'

/** Report progress, complete a returned report, state the position, or name an owner. */
export type NextStep = 'report' | 'complete' | 'position' | 'own'

/**
 * `next` is undefined if the reader may only read, or if nothing is left to do. `draft` is the one of their organization,
 * only for those who may continue it.
 */
export type WorkItem = Found & { next?: NextStep; draft?: BegunDraft }

export type MyWork = {
  /** Unfinished assignments, the most urgent first. */
  items: WorkItem[]
  /** The cursor of the next page. */
  next: string | null
  total: number
  overdue: number
  soon: number
  /** Finished assignments: those that were assigned last, and how many there are. */
  done: { items: WorkItem[]; total: number }
  /** The unfinished assignments of each of the reader's organizations. */
  own: { slug: string; name: string; pending: number; overdue: number }[]
  /** Recommendations that are not assigned, for readers who may assign them. */
  unassigned: UnassignedWork
}

const done = rankOf('done')
/** SQL: whether work is overdue. What was returned comes before it in the list, whatever its due date. */
const late = `rank in (${rankOf('returned')}, ${rankOf('overdue')}) and due < $3::date`
const counted = (condition: string) => `(select count(*)::int from mine where ${condition})`

/**
 * SQL: a page of the work that `mine` ranks with $1 to $4. Starts after the turn $5, the day $6, the owner rank $7 and
 * the ID $8; $9 rows of unfinished work and $10 of finished work.
 */
const myWorkSql = `
  with mine as materialized (${mine}),
  page as materialized (
    select * from mine
    where rank < ${done} and (turn, due, others, id) > ($5::int, $6::date, $7::int, $8::uuid)
    order by turn, due, others, id limit $9),
  finished as materialized (select * from mine where rank = ${done} order by id desc limit $10)
  select
    ${counted(`rank < ${done}`)} as total,
    ${counted(late)} as overdue,
    ${counted(`rank in (${rankOf('returned')}, ${rankOf('soon')}) and due between $3::date and $4::date`)} as soon,
    ${counted(`rank = ${done}`)} as "doneTotal",
    coalesce((
      select json_agg(json_build_object('slug', o.slug, 'name', o.name, 'pending', t.pending, 'overdue', t.overdue)
        order by array_position($2, o.id))
      from organizations o, lateral (
        select count(*) filter (where rank < ${done}) as pending, count(*) filter (where ${late}) as overdue
        from mine where organization_id = o.id) t
      where o.id = any($2)), '[]') as own,
    ${shown('page', 'm.turn, m.due, m.others, m.id')} as items,
    ${shown('finished', 'm.id desc')} as done`

type Shown = { place: Place; organizationId: string; draft: BegunDraft | null; found: Found }
type Row = Pick<MyWork, 'total' | 'overdue' | 'soon' | 'own'> & { doneTotal: number; items: Shown[]; done: Shown[] }

type Wanted = { after?: string | undefined; limit?: number | undefined }

/**
 * Returns the unfinished assignments of a person and of their organizations, the most urgent first, each with its next
 * step.
 */
export async function myWork(actor: Actor, { after, limit = 50 }: Wanted = {}): Promise<Result<MyWork>> {
  const from = after === undefined ? ok(beginning) : readCursor(order, Place, after)
  return from.ok ? ok(await workFrom(actor, from.value, limit)) : from
}

/** Returns the first unfinished assignments. */
export const firstWork = (actor: Actor, limit: number) => workFrom(actor, beginning, limit)

async function workFrom(actor: Actor, from: Place, limit: number): Promise<MyWork> {
  const day = today()
  const doneShown = from === beginning ? Math.min(limit, mostDone) : 0
  const values = [actor.id, actor.organizationIds, day, daysAfter(day, soonWithin), ...from, limit + 1, doneShown]
  const [[row], unassigned] = await Promise.all([
    readByOnePlan<Row>({ name: 'my-work', text: myWorkSql, values }),
    mayAssign(actor) ? unassignedWork() : { items: [], total: 0 },
  ])
  const { items = [], done = [], doneTotal = 0, total = 0, overdue = 0, soon = 0, own = [] } = row ?? {}

  const page = items.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((one) => withNext(actor, one)),
    next: last && items.length > limit ? cursorOf(order, last.place) : null,
    total,
    overdue,
    soon,
    done: { items: done.map(({ found }) => found), total: doneTotal },
    own,
    unassigned,
  }
}

const mostDone = 20

const nextSteps: Partial<Record<UrgencyReason, NextStep>> = { returned: 'complete', unowned: 'own' }

const withNext = (actor: Actor, { organizationId, draft, found }: Shown): WorkItem =>
  mayReportOn(actor, { organizationId }) ? { ...found, next: nextOf(found), ...(draft && { draft }) } : found

/** Returns the next step: what a reviewer misses, then what the cycle that closes first asks for. */
function nextOf({ why, cycles }: Found): NextStep {
  if (why !== 'returned' && cycles?.[0]?.asks === 'position') return 'position'
  return nextSteps[why] ?? 'report'
}

/**
 * Returns all steps that the reader can take on an assignment, the next one first. Without an owner: report progress,
 * and name an owner.
 */
export function stepsOf({ next, assignment: { owner } }: WorkItem): NextStep[] {
  if (!next) return []
  if (next === 'own') return ['own', 'report']
  return owner?.active ? [next] : [next, 'own']
}

const order = 'work'
const Place = z.tuple([z.int().min(0).max(9), dueDay, z.int().min(0).max(1), z.uuid()])
type Place = z.infer<typeof Place>

const beginning: Place = [0, '0001-01-01', 0, '00000000-0000-0000-0000-000000000000']
