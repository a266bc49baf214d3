import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { keepLetter, letterFields, letterInEvent } from '@/lib/history/letters'
import { keepReasonIfGiven } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords } from '@/lib/platform/i18n'
import { ExistingId, newId } from '@/lib/platform/id'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { writtenDay, writtenText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { isLastAnswer } from './answers'
import { answersFor, mayReportOn } from './policy'
import { type Assignment, assignmentHeld, assignmentThere, findAssignment } from './queries'
import { holdOrganizationOf, refusesWorkOn } from './refuses-work'

const Answer = z.strictObject({
  assignmentId: ExistingId,
  version: Version,
  position: z.enum(['accepted', 'partially_accepted', 'not_accepted'], 'position_missing'),
  /** Required unless the recommendation is accepted in full. */
  reason: writtenText('position_reason_missing', 2000).optional(),
  /** The day of the answer, such as the date of a letter. Today if it is left out. */
  answeredOn: writtenDay('day_unreadable', { latest: '9999-12-31' }).optional(),
  ...letterFields,
})

type Answer = z.infer<typeof Answer>

/**
 * Records whether an organization accepts a recommendation, in part or not at all, and why. Earlier answers are kept.
 * Work that is not accepted stays open, with its due date, in every list and count, until a coordinator closes it or
 * asks again. Returns the assignment. Refusals: `assignment_not_found`, `report_forbidden`, `assignment_closed`,
 * `assignment_changed`, `assignment_organization_archived`, `assignment_organization_merged`, `recommendation_closed`,
 * `document_archived`.
 */
export async function answer(actor: Actor, input: unknown): Promise<Result<Assignment>> {
  const parsed = Answer.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const newAnswer = parsed.data

  const found = await findAssignment(actor, newAnswer.assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('report_forbidden', { organization: found.assignment.organization.name })
  }
  if (newAnswer.position !== 'accepted' && !newAnswer.reason) return invalidField('reason', 'position_reason_missing')

  return change(actor, async (change) => {
    const { tx, now } = change
    const outOfUse = await holdOrganizationOf(tx, found)
    const held = await assignmentHeld(tx, newAnswer.assignmentId)
    if (!held) return notFound('assignment_not_found')
    if (await isLastAnswer(tx, actor, newAnswer)) return unchanged(held)
    const refused = await refusesWorkOn(tx, found.recommendationId, held, outOfUse)
    if (refused) return refused
    if (held.closure) return conflict('assignment_closed', held)
    if (held.version !== newAnswer.version) return conflict('assignment_changed', held)
    const today = dayOf(now)
    if (newAnswer.answeredOn && newAnswer.answeredOn > today) {
      return invalidField('answeredOn', 'answered_in_future', { today: dateInWords(today) })
    }

    const of = { onBehalf: !answersFor(actor, found), recommendationId: found.recommendationId, held }
    return (await write(change, actor, newAnswer, of)) ?? ok(await assignmentThere(tx, held.id))
  })
}

type Of = { onBehalf: boolean; recommendationId: string; held: Assignment }

async function write(change: Change, actor: Actor, newAnswer: Answer, { onBehalf, recommendationId, held }: Of) {
  const { tx, now, record } = change
  const { position, answeredOn = dayOf(now) } = newAnswer
  const reason = await keepReasonIfGiven(change, actor, newAnswer.reason)
  const [id, reasonId] = [newId(), reason?.id ?? null]
  const data = { assignmentId: held.id, position, reasonId, answeredOn: new Date(answeredOn), onBehalf }
  await tx.answer.create({ data: { id, ...data, authorId: actor.id, writtenAt: now } })
  await tx.assignment.update({
    where: { id: held.id },
    data: { position, positionReasonId: reasonId, version: { increment: 1 } },
    select: { id: true },
  })
  record({
    kind: 'assignment.answered',
    subjectId: held.id,
    recommendationId,
    body: {
      before: { position: held.position },
      after: { position, answeredOn, answerId: id, onBehalf, ...letterInEvent(newAnswer), ...(reason && { reason }) },
    },
  })
  return keepLetter(change, { id, assignmentId: held.id, onBehalf }, newAnswer)
}
