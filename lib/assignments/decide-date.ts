import 'server-only'
import { z } from 'zod'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { isPending } from '@/lib/domain/statuses'
import { documentVisible } from '@/lib/domain/visibility'
import { type Change, change } from '@/lib/history/change'
import { dateOf } from '@/lib/history/explain-dates'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
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
import type { DateDecision } from '@/prisma/generated/enums'
import { ConfirmPast, DueDay, pastDue } from './assignment-fields'
import { mayAssign, mayReportOn } from './policy'
import { type Assignment, assignmentHeld, assignmentThere } from './queries'
import { holdOrganizationOf, refusesWorkOn } from './refuses-work'

const Decide = z.strictObject({
  id: ExistingId,
  decision: z.enum(['grant', 'refuse'], 'date_decision_missing'),
  /** Another date than the requested one. */
  dueOn: DueDay.optional(),
  confirmPast: ConfirmPast,
  note: writtenText('date_note_missing', 2000).optional(),
})

const Withdraw = z.strictObject({ id: ExistingId })

type Decided = { id: string; decision: DateDecision; assignment: Assignment }
type Decision = { decision: DateDecision; granted?: string; note?: string | undefined }

/**
 * Grants or refuses a request for another due date. A different date than the requested one and a refusal need a note.
 * Returns the request and the assignment. Refusals: `date_request_not_found`, `assign_forbidden`,
 * `date_request_decided`, `assignment_closed`, `assignment_not_pending`, `assignment_organization_archived`, `assignment_organization_merged`,
 * `recommendation_closed`, `document_archived`.
 */
export async function decideDate(actor: Actor, input: unknown): Promise<Result<Decided>> {
  const parsed = Decide.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, decision, dueOn, note } = parsed.data

  const request = await findRequest(actor, id)
  if (!request) return notFound('date_request_not_found')

  if (!mayAssign(actor)) return forbidden('assign_forbidden')
  const granted = dueOn ?? request.requestedDate
  if ((decision === 'refuse' || granted !== request.requestedDate) && note === undefined) {
    return invalidField('note', 'date_note_missing')
  }

  if (decision === 'refuse') return settle(actor, request, () => ({ decision: 'refused', note }))
  return settle(actor, request, ({ now }) => {
    const past = pastDue(granted, parsed.data, dayOf(now))
    return past ?? { decision: 'granted', granted, note }
  })
}

/**
 * Withdraws a request for another due date that waits. Refusals: `date_request_not_found`, `report_forbidden`,
 * `date_request_decided`.
 */
export async function withdrawDateRequest(actor: Actor, input: unknown): Promise<Result<Decided>> {
  const parsed = Withdraw.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const request = await findRequest(actor, parsed.data.id)
  if (!request) return notFound('date_request_not_found')

  if (!mayReportOn(actor, request)) return forbidden('report_forbidden', { organization: request.organization })

  return settle(actor, request, () => ({ decision: 'withdrawn' }))
}

type Request = {
  id: string
  assignmentId: string
  organizationId: string
  organization: string
  recommendationId: string
  requestedDate: string
}

/** SQL: the request $1; $2: whether the reader keeps the record. */
const requestSql = `
  select c.id, c.assignment_id as "assignmentId", a.organization_id as "organizationId", o.name as organization,
    a.recommendation_id as "recommendationId", c.asked::text as "requestedDate"
  from date_changes c
  join assignments a on a.id = c.assignment_id
  join organizations o on o.id = a.organization_id
  join recommendations r on r.id = a.recommendation_id
  join documents d on d.id = r.document_id
  where c.id = $1 and c.kind = 'requested' and ${documentVisible('$2')}`

async function findRequest(actor: Actor, id: string): Promise<Request | undefined> {
  const { rows } = await pool.query<Request>({
    name: 'date-request',
    text: requestSql,
    values: [id, keepsTheRecord(actor)],
  })
  return rows[0]
}

/** Writes a decision on a request that waits. Deciding the same again changes nothing. */
const settle = (actor: Actor, request: Request, decide: (change: Change) => Decision | Failure) =>
  change(actor, async (change): Promise<Result<Decided>> => {
    const { tx } = change
    const { id, assignmentId } = request
    const outOfUse = await holdOrganizationOf(tx, request)
    const held = await assignmentHeld(tx, assignmentId)
    if (!held) return notFound('date_request_not_found')
    const decided = decide(change)
    if ('reason' in decided) return decided
    const { decision } = decided

    const before = await tx.dateChange.findUniqueOrThrow({
      where: { id },
      include: { note: { select: { text: true } } },
    })
    if (before.decision) {
      const same =
        before.decision === decision &&
        before.decidedById === actor.id &&
        before.granted?.toISOString().slice(0, 10) === decided.granted &&
        before.note?.text === decided.note
      return same ? unchanged({ id, decision, assignment: held }) : conflict('date_request_decided', held)
    }
    const refused =
      decision === 'granted' &&
      (refusesDate(held) ?? (await refusesWorkOn(tx, request.recommendationId, held, outOfUse)))
    if (refused) return refused
    const earlier = decided.granted !== undefined && held.dueOn !== undefined && decided.granted <= held.dueOn
    if (earlier && decided.note === undefined) return invalidField('note', 'date_note_missing_earlier')

    await write(change, actor, request, held, decided)
    return ok({ id, decision, assignment: await assignmentThere(tx, assignmentId) })
  })

function refusesDate(held: Assignment) {
  if (held.closure) return conflict('assignment_closed', held)
  return isPending(held.status) ? undefined : conflict('assignment_not_pending', held)
}

async function write(change: Change, actor: Actor, request: Request, held: Assignment, decided: Decision) {
  const { tx, record, now } = change
  const { decision, granted = null, note } = decided
  const before = held.dueOn ?? null
  const kept = await keepReasonIfGiven(change, actor, note)
  await tx.dateChange.update({
    where: { id: request.id },
    data: { decision, granted: dateOf(granted), noteId: kept?.id ?? null, decidedById: actor.id, decidedAt: now },
  })
  if (granted !== null && granted !== before) {
    await tx.assignment.update({
      where: { id: held.id },
      data: {
        dueOn: dateOf(granted),
        ...(held.originalDueOn === undefined && { originalDueOn: dateOf(granted) }),
        version: { increment: 1 },
      },
      select: { id: true },
    })
  }
  record({
    kind: 'assignment.date_decided',
    subjectId: held.id,
    recommendationId: request.recommendationId,
    body: {
      before: { dueOn: before },
      after: { dueOn: granted ?? before, decision, requestId: request.id, ...(kept && { note: kept }) },
    },
  })
}
