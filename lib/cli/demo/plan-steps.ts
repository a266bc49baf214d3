import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { daysAfter } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Step } from './step'

type Of<Do extends Step['do']> = Extract<Step, { do: Do }>
type Plan = { assignmentId: string; today: string }

/** Adds a step to a plan. */
export function addStep(actor: Actor, { title, responsible, startsIn, dueIn }: Of<'plan'>, plan: Plan) {
  const [startsOn, dueOn] = [dayIn(plan, startsIn), dayIn(plan, dueIn)]
  return addAction(actor, { assignmentId: plan.assignmentId, title, responsible, startsOn, dueOn })
}

/** Changes the step of a plan that has this title. */
export async function changeStep(actor: Actor, { title, state, dueIn }: Of<'step'>, plan: Plan) {
  const { id, version } = await db.action.findFirstOrThrow({
    where: { assignmentId: plan.assignmentId, title: { text: title } },
  })
  return changeAction(actor, { id, version, state, dueOn: dayIn(plan, dueIn) })
}

const dayIn = ({ today }: Plan, days: number | undefined) => (days === undefined ? undefined : daysAfter(today, days))
