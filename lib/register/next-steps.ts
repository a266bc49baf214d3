import 'server-only'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import {
  keepsProgress,
  possibleDecisions,
  reportableProgress,
  takesAskingAgain,
  takesChange,
  takesClosure,
  takesDateRequest,
  takesEvidence,
  takesPlan,
  takesPosition,
  takesReminder,
  takesRemoval,
  takesReopening,
  wasReportedToday,
} from '@/lib/assignments/possible-changes'
import type { Actor } from '@/lib/domain/actor'
import type { Assignment } from '@/lib/domain/answer-shapes'
import { wasRemindedOn } from '@/lib/domain/last-reminder'
import { today } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { shownPast } from '@/lib/platform/shown-day'
import { type Involvement, mayReview, ownReview } from '@/lib/reports/review-policy'
import type { ReviewDecision } from '@/prisma/generated/enums'
import { type AssignmentView, findAssignmentView, placeOf } from './assignment-view'
import { waitingRequestIn } from './date-changes'

type Steps = Record<string, (actor: Actor, view: AssignmentView) => boolean>

const review =
  (decision: ReviewDecision) =>
  (actor: Actor, view: AssignmentView): boolean =>
    mayReview(actor) && !ownReview(actor, involvementOf(view)) && possibleDecisions(placeOf(view)).includes(decision)

/**
 * What a person can do with an assignment: by the name of each step, whether they may take it and the assignment is in a
 * state that allows it. The organization decides on position and progress, the reviewer on verification, and the coordinator on
 * closure and dates.
 */
const steps = {
  answer: (actor, view) => mayReportOn(actor, view) && takesPosition(placeOf(view)),
  ask_again: (actor, view) => mayAssign(actor) && takesAskingAgain(placeOf(view)),
  plan: (actor, view) => mayReportOn(actor, view) && takesPlan(placeOf(view)),
  report: (actor, view) => mayReportOn(actor, view) && reportableProgress(placeOf(view)).length > 0,
  report_no_change: (actor, view) =>
    mayReportOn(actor, view) &&
    view.reportCount > 0 &&
    keepsProgress(view.assignment) &&
    !wasReportedToday(view.assignment) &&
    reportableProgress(placeOf(view)).length > 0,
  accept: review('accept'),
  accept_alternative: review('accept_alternative'),
  return: review('return'),
  add_evidence: (actor, view) => mayReportOn(actor, view) && takesEvidence(placeOf(view)),
  request_date: (actor, view) => mayReportOn(actor, view) && takesDateRequest(placeOf(view)) && !requestWaits(view),
  withdraw_date_request: (actor, view) => mayReportOn(actor, view) && requestWaits(view),
  grant_date: (actor, view) => mayAssign(actor) && requestWaits(view) && takesDateRequest(placeOf(view)),
  refuse_date: (actor, view) => mayAssign(actor) && requestWaits(view),
  remind: (actor, view) =>
    mayAssign(actor) && takesReminder(placeOf(view)) && !wasRemindedOn(today(), view.lastReminder),
  change: (actor, view) => mayReportOn(actor, view) && takesChange(placeOf(view)),
  close: (actor, view) => mayAssign(actor) && takesClosure(view),
  reopen: (actor, view) => mayAssign(actor) && takesReopening(placeOf(view)),
  remove: (actor, view) => mayAssign(actor) && takesRemoval(view, worksIn(view)) && !wasRequested(view),
} as const satisfies Steps

export type Step = keyof typeof steps

const names = Object.keys(steps) as Step[]

/** Returns whether a person can take a step on an assignment now. Nobody can where a past day is shown. */
export const mayTake = (actor: Actor, view: AssignmentView, step: Step) => !shownPast() && steps[step](actor, view)

/** Returns the steps that a person can take on an assignment now. A token that only reads takes none. */
export const nextSteps = (actor: Actor, view: AssignmentView): Step[] =>
  actor.scope === 'read' ? [] : names.filter((name) => mayTake(actor, view, name))

/** Returns the steps that a person can take on the assignment with this ID, or none if they may not see it. */
async function nextStepsOn(actor: Actor, id: string): Promise<Step[]> {
  const view = await findAssignmentView(actor, id)
  return view ? nextSteps(actor, view) : []
}

/** Adds the steps that the person can take now to a refusal that contains the current assignment. */
export async function withNextSteps<T>(actor: Actor, result: Result<T>): Promise<Result<T>> {
  if (result.ok || result.reason !== 'conflict' || !isAssignment(result.current)) return result
  return { ...result, current: { ...result.current, next: await nextStepsOn(actor, result.current.id) } }
}

const isAssignment = (current: unknown): current is Assignment =>
  typeof current === 'object' && current !== null && 'progress' in current && 'position' in current

/** Returns what the reader has to do with an assignment, which decides whether they may review it. */
export const involvementOf = ({ organizationId, assignment, reported }: AssignmentView): Involvement => ({
  organizationId,
  ownerId: assignment.owner?.id ?? null,
  reported,
})

const worksIn = ({ reportCount, drafted, answers, plan, evidence }: AssignmentView) =>
  reportCount + Number(drafted) + answers.length + plan.length + evidence.length

const requestWaits = ({ dates }: AssignmentView) => waitingRequestIn(dates) !== undefined

const wasRequested = ({ dates }: AssignmentView) => dates.some(({ kind }) => kind === 'requested')
