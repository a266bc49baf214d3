import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Change } from '@/lib/history/change'
import { dateOf } from '@/lib/history/explain-dates'
import { keepReason } from '@/lib/history/reasons'
import { type Fields, fieldsOf } from './action-fields'
import type { StoredAction } from './queries'

type Changed = {
  before: StoredAction
  after: Fields
  /** The place of the step in the plan. */
  place: number
  onBehalf: boolean
  assignmentId: string
  recommendationId: string
}

/** Stores the changed fields of a step, each new text as a row of its own, and records what changed. */
export async function writeFields(change: Change, actor: Actor, changed: Changed) {
  const { before, after, place, onBehalf, assignmentId, recommendationId } = changed
  const fields = fieldsOf(before)
  const title = after.title === before.title ? undefined : await keepReason(change, actor, after.title)
  const newResponsible = after.responsible !== null && after.responsible !== fields.responsible
  const responsible = newResponsible ? await keepReason(change, actor, after.responsible ?? '') : undefined
  const texts = {
    titleId: title?.id ?? before.titleId,
    responsibleId: after.responsible === null ? null : (responsible?.id ?? before.responsibleId),
  }
  const { startsOn, dueOn, state, doneOn } = after
  await change.tx.action.update({
    where: { id: before.id },
    data: {
      ...texts,
      position: place,
      startsOn: dateOf(startsOn),
      dueOn: dateOf(dueOn),
      ...(before.originalDueOn === undefined && { originalDueOn: dateOf(dueOn) }),
      state,
      doneOn: dateOf(doneOn),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  const was = { ...fields, responsibleId: before.responsibleId, position: before.position }
  const is = { ...after, responsibleId: texts.responsibleId, position: place }
  const names = recorded.filter((name) => was[name] !== is[name])
  const only = (from: typeof was) => Object.fromEntries(names.map((name) => [name, from[name]]))
  change.record({
    kind: 'assignment.action_changed',
    subjectId: assignmentId,
    recommendationId,
    body: {
      before: { action: { id: before.id, titleId: before.titleId, ...only(was) } },
      after: {
        action: { id: before.id, titleId: texts.titleId, ...only(is) },
        ...(title && { title }),
        ...(responsible && { responsible }),
        onBehalf,
      },
    },
  })
}

/** The fields that the history records beside the title. */
const recorded = ['responsibleId', 'startsOn', 'dueOn', 'state', 'doneOn', 'position'] as const
