import 'server-only'
import { z } from 'zod'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { dayOf } from '@/lib/platform/clock'
import { type DateRequest, waitingDateRequests } from './date-requests'
import { beginningOfWork, type WorkItem, WorkPlace, workRows } from './my-work'
import { type NotAccepted, workNotAccepted } from './not-accepted'
import { beginningOfSteps, type OverdueStep, overdueSteps, StepPlace } from './overdue-steps'
import { claimsToReview, mostCounted, type WaitingClaim } from './review-queue'
import { beginningOfText, TextPlace, unassignedRows } from './unassigned'
import { beginningOfWaiting, WaitingPlace } from './waiting-place'
import { type NextStep, nextSteps, turns, type WorkRecommendation } from './work-sql'

/** What there is to do, by the word for it in the URL of the list. */
export const taskKinds = [...nextSteps, 'plan', 'review', 'decide', 'not_accepted', 'assign'] as const
export type TaskKind = (typeof taskKinds)[number]

export type Task =
  | { kind: NextStep; item: WorkItem }
  | { kind: 'plan'; step: OverdueStep }
  | { kind: 'review'; claim: WaitingClaim }
  | { kind: 'decide'; request: DateRequest }
  | { kind: 'not_accepted'; found: NotAccepted }
  | { kind: 'assign'; recommendation: WorkRecommendation }

/** The position after which each of the lists is read. Null where none of its rows was shown. */
export const Places = z.tuple([
  WorkPlace.nullable(),
  StepPlace.nullable(),
  WaitingPlace.nullable(),
  WaitingPlace.nullable(),
  WaitingPlace.nullable(),
  TextPlace.nullable(),
])
export type Places = z.infer<typeof Places>

/** A task with its place in its own list, and in the list of all: its turn, then the day. */
export type Placed = { task: Task; place: Places[number]; turn: number; day: string }

type Counts = { kind: TaskKind; count: number; more: boolean }[]

type Wanted = { from: Places; limit: number; kind: TaskKind | undefined }

/**
 * Returns the lists of what a person has to do, each in the order of all, in the order of `Places`: rows after a position,
 * only those of one kind if one is asked for. The counts are those of all rows.
 */
export async function sourcesOf(actor: Actor, { from, limit, kind }: Wanted) {
  const most = (...kinds: readonly TaskKind[]) => (kind === undefined || kinds.includes(kind) ? limit : 0)
  const [own, steps, claims, requests, refused, open] = await Promise.all([
    workRows(actor, from[0] ?? beginningOfWork, { limit: most(...nextSteps), step: stepIn(kind) }),
    overdueSteps(actor, { from: from[1] ?? beginningOfSteps, limit: most('plan') }),
    claimsToReview(actor, { from: from[2] ?? beginningOfWaiting, limit: most('review') }),
    waitingDateRequests(actor, { from: from[3] ?? beginningOfWaiting, limit: most('decide') }),
    workNotAccepted(actor, { from: from[4] ?? beginningOfWaiting, limit: most('not_accepted') }),
    mayAssign(actor)
      ? unassignedRows({ from: from[5] ?? beginningOfText, limit: most('assign') })
      : { rows: [], total: 0 },
  ])
  const { rows, ...work } = own
  const lists: Placed[][] = [
    rows.map(({ place, step, item }) => ({ task: { kind: step, item }, place, turn: place[0], day: place[1] })),
    steps.items.map((step) => late({ kind: 'plan', step }, [step.dueOn, step.id])),
    claims.rows.map(({ place, claim }) => waiting({ kind: 'review', claim }, place)),
    requests.items.map((request) => waiting({ kind: 'decide', request }, [request.requestedAt, request.id])),
    refused.items.map((found) => waiting({ kind: 'not_accepted', found }, [found.writtenAt, found.id])),
    open.rows.map(({ place, recommendation }) => last({ kind: 'assign', recommendation }, place)),
  ]
  const counts: Counts = [
    ...nextSteps.map((step) => ({ kind: step, count: work.steps[step], more: false })),
    { kind: 'plan', count: steps.total, more: false },
    { kind: 'review', count: claims.count, more: claims.count === mostCounted },
    { kind: 'decide', count: requests.total, more: false },
    { kind: 'not_accepted', count: refused.total, more: false },
    { kind: 'assign', count: open.total, more: false },
  ]
  return { lists, counts, work }
}

const stepIn = (kind: TaskKind | undefined) => nextSteps.find((step) => step === kind)

/** Its due date has passed. */
const late = (task: Task, place: StepPlace): Placed => ({ task, place, turn: turns.overdue, day: place[0] })

/** What others wait for comes before what is due later, the longest wait first. */
const waiting = (task: Task, place: WaitingPlace): Placed => ({
  task,
  place,
  turn: turns.soon,
  day: dayOf(new Date(place[0])),
})

/** It has no date. */
const last = (task: Task, place: TextPlace): Placed => ({ task, place, turn: turns.later, day: 'infinity' })
