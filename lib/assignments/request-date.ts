import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { dateOf } from '@/lib/history/explain-dates'
import { keepLetter, letterFields, letterInEvent } from '@/lib/history/letters'
import { keepReason } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import { dateInWords } from '@/lib/platform/i18n'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import {
  conflict,
  type Failure,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { DueDay } from './assignment-fields'
import { waitingRequest } from './date-changes'
import { answersFor, mayReportOn } from './policy'
import { type Assignment, assignmentHeld, findAssignment } from './queries'
import { holdOrganizationOf, refusesWorkOn } from './refuses-work'

const Request = z.strictObject({
  id: NewRowId,
  assignmentId: ExistingId,
  dueOn: z.string('day_missing').pipe(DueDay),
  reason: writtenText('reason_missing', 2000),
  ...letterFields,
})

type Request = z.infer<typeof Request>

/** A request for another due date, and the assignment, whose date stays until a coordinator decides. */
export type Requested = { id: string; dueOn: string; assignment: Assignment }

/**
 * Asks for a later due date, or for a first one, with the reason. Returns the request and the assignment. Refusals:
 * `assignment_not_found`, `report_forbidden`, `date_request_sent_before`, `date_request_waiting`,
 * `assignment_not_pending`, `assignment_closed`, `assignment_organization_archived`, `assignment_organization_merged`,
 * `recommendation_closed`, `document_archived`.
 */
export async function requestDate(actor: Actor, input: unknown): Promise<Result<Requested>> {
  const parsed = Request.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const request = parsed.data

  const found = await findAssignment(actor, request.assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('report_forbidden', { organization: found.assignment.organization.name })
  }

  return change(actor, async (change) => {
    const { tx, now } = change
    const outOfUse = await holdOrganizationOf(tx, found)
    const held = await assignmentHeld(tx, request.assignmentId)
    if (!held) return notFound('assignment_not_found')
    const sent = await sentBefore(tx, actor, request, held)
    if (sent) return sent
    const refused = (await refusesWorkOn(tx, found.recommendationId, held, outOfUse)) ?? (await refuses(tx, held))
    if (refused) return refused
    const wrong = wrongDate(request, held, dayOf(now))
    if (wrong) return wrong

    const unkept = await write(change, actor, request, {
      onBehalf: !answersFor(actor, found),
      recommendationId: found.recommendationId,
      held,
    })
    return unkept ?? ok({ id: request.id, dueOn: request.dueOn, assignment: held })
  })
}

/** A double click or a repeated request is one request. Another date or reason with the same ID is refused. */
async function sentBefore(
  tx: Transaction,
  actor: Actor,
  { id, assignmentId, dueOn, reason }: Request,
  current: Assignment,
) {
  const sent = await tx.dateChange.findUnique({ where: { id }, include: { reason: { select: { text: true } } } })
  if (!sent) return undefined
  const same =
    sent.authorId === actor.id &&
    sent.assignmentId === assignmentId &&
    sent.asked?.toISOString().startsWith(dueOn) &&
    sent.reason.text === reason
  return same ? unchanged({ id, dueOn, assignment: current }) : conflict('date_request_sent_before', current)
}

async function refuses(tx: Transaction, held: Assignment): Promise<Failure | undefined> {
  if (held.closure) return conflict('assignment_closed', held)
  if (held.status === 'implemented' || held.status === 'verified') return conflict('assignment_not_pending', held)
  return (await waitingRequest(tx, held.id)) ? conflict('date_request_waiting', held) : undefined
}

/** More time is a date after the present one, and after today. */
function wrongDate({ dueOn }: Request, { dueOn: present }: Assignment, today: string) {
  if (dueOn < today) return invalidField('dueOn', 'date_request_past', { date: dateInWords(dueOn) })
  return present && dueOn <= present
    ? invalidField('dueOn', 'date_not_later', { date: dateInWords(present) })
    : undefined
}

type Of = { onBehalf: boolean; recommendationId: string; held: Assignment }

async function write(change: Change, actor: Actor, request: Request, { onBehalf, recommendationId, held }: Of) {
  const reason = await keepReason(change, actor, request.reason)
  const before = held.dueOn ?? null
  await change.tx.dateChange.create({
    data: {
      id: request.id,
      assignmentId: held.id,
      kind: 'requested',
      before: dateOf(before),
      asked: dateOf(request.dueOn),
      reasonId: reason.id,
      authorId: actor.id,
      onBehalf,
      askedAt: change.now,
    },
  })
  change.record({
    kind: 'assignment.date_requested',
    subjectId: held.id,
    recommendationId,
    body: {
      before: { due: before },
      after: { asked: request.dueOn, requestId: request.id, onBehalf, ...letterInEvent(request), reason },
    },
  })
  return keepLetter(change, { id: request.id, assignmentId: held.id, onBehalf }, request)
}
