import 'server-only'
import { z } from 'zod'
import { answersFor, mayReportOn } from '@/lib/assignments/policy'
import { assignmentHeld, findAssignment } from '@/lib/assignments/queries'
import { holdOrganizationOf, refusesWorkOn } from '@/lib/assignments/refuses-work'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { dateOf } from '@/lib/history/explain-dates'
import { keepLetter, letterFields, letterInEvent } from '@/lib/history/letters'
import { keepReason, keepReasonIfGiven } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Day, Responsible, Title, wrongDates } from './action-fields'
import { type Action, actionThere, planNow } from './queries'

const AddAction = z.strictObject({
  id: NewRowId,
  assignmentId: ExistingId,
  title: Title,
  /** Who takes the step, in words. */
  responsible: Responsible.optional(),
  startsOn: Day.optional(),
  dueOn: Day.optional(),
  ...letterFields,
})

type NewAction = z.infer<typeof AddAction>

/** The largest number of steps in a plan. */
const most = 100

/**
 * Adds a step to the plan of an assignment, as the last one. Returns the step. Refusals: `assignment_not_found`,
 * `report_forbidden`, `action_sent_before`, `plan_full`, `assignment_closed`, `assignment_organization_archived`,
 * `assignment_organization_merged`, `recommendation_closed`, `document_archived`.
 */
export async function addAction(actor: Actor, input: unknown): Promise<Result<Action>> {
  const parsed = AddAction.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const newAction = parsed.data

  const found = await findAssignment(actor, newAction.assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('report_forbidden', { organization: found.assignment.organization.name })
  }

  return change(actor, async (change) => {
    const { tx, now } = change
    const outOfUse = await holdOrganizationOf(tx, found)
    const held = await assignmentHeld(tx, newAction.assignmentId)
    if (!held) return notFound('assignment_not_found')
    const sent = await sentBefore(tx, actor, newAction)
    if (sent) return sent
    const refused = await refusesWorkOn(tx, found.recommendationId, held, outOfUse)
    if (refused) return refused
    if (held.closure) return conflict('assignment_closed', held)
    const { startsOn = null, dueOn = null } = newAction
    const wrong = wrongDates({ ...textsOf(newAction), startsOn, dueOn, state: 'planned', doneOn: null }, dayOf(now))
    if (wrong) return wrong
    const plan = await planNow(tx, held.id)
    if (plan.length >= most) return conflict('plan_full', held, { most })

    const context = { position: plan.length + 1, onBehalf: !answersFor(actor, found) }
    const unkept = await write(change, actor, newAction, { ...context, recommendationId: found.recommendationId })
    return unkept ?? ok(await actionThere(tx, held.id, newAction.id))
  })
}

const textsOf = ({ title, responsible }: NewAction) => ({ title, responsible: responsible ?? null })

/** A double click or a repeated request is one step, whatever happened to it since. Another step with the same ID is refused. */
async function sentBefore(tx: Transaction, actor: Actor, { id, assignmentId, ...texts }: NewAction) {
  const first = await tx.actionVersion.findFirst({ where: { id }, orderBy: { validFrom: 'asc' } })
  if (!first) return undefined
  const title = await tx.reason.findUniqueOrThrow({ where: { id: first.titleId } })
  const responsible = first.responsibleId && (await tx.reason.findUniqueOrThrow({ where: { id: first.responsibleId } }))
  const current = await actionThere(tx, first.assignmentId, id)
  const same =
    title.authorId === actor.id &&
    first.assignmentId === assignmentId &&
    title.text === texts.title &&
    (responsible || undefined)?.text === texts.responsible &&
    first.startsOn?.toISOString().slice(0, 10) === texts.startsOn &&
    first.dueOn?.toISOString().slice(0, 10) === texts.dueOn
  return same ? unchanged(current) : conflict('action_sent_before', current)
}

type Context = { position: number; onBehalf: boolean; recommendationId: string }

async function write(
  change: Change,
  actor: Actor,
  newAction: NewAction,
  { position, onBehalf, recommendationId }: Context,
) {
  const { id, assignmentId, startsOn = null, dueOn = null } = newAction
  const title = await keepReason(change, actor, newAction.title)
  const responsible = await keepReasonIfGiven(change, actor, newAction.responsible)
  const responsibleId = responsible?.id ?? null
  const dates = { startsOn: dateOf(startsOn), dueOn: dateOf(dueOn), originalDueOn: dateOf(dueOn) }
  const row = { id, assignmentId, position, titleId: title.id, responsibleId, ...dates, createdAt: change.now }
  await change.tx.action.create({ data: row })
  change.record({
    kind: 'assignment.action_added',
    subjectId: assignmentId,
    recommendationId,
    body: {
      before: null,
      after: {
        action: { id, position, titleId: title.id, responsibleId, startsOn, dueOn, state: 'planned', doneOn: null },
        title,
        ...(responsible && { responsible }),
        onBehalf,
        ...letterInEvent(newAction),
      },
    },
  })
  return keepLetter(change, { id, assignmentId, onBehalf }, newAction)
}
