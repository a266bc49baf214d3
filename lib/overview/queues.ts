import 'server-only'
import { mayAssign } from '@/lib/assignments/policy'
import { type Actor, readsAllAudiences } from '@/lib/domain/actor'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import {
  type AssignmentRow,
  assignmentPageOf,
  assignmentRowsOf,
  assignmentTotalOf,
} from '@/lib/register/assignment-list'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { type Scope, scopeOf } from '@/lib/register/scope'

/** Work across organizations: each queue is the list of assignments that its filters make. */
const queues = {
  overdue: { due: 'overdue' },
  soon: { due: 'soon' },
  unowned: { owner: 'none', assignment: ['pending'] },
  waiting: { assignment: ['implemented'] },
} as const

export type QueueName = keyof typeof queues

export type Queue = {
  name: QueueName
  /** Those of the list that shows all of it. */
  filters: (typeof queues)[QueueName]
  total: number
  /** The first few by due date. */
  rows: AssignmentRow[]
}

const few = 5

/** What somebody has to look after in all organizations: who assigns, all of it; who reviews, what was reported. */
export async function queuesFor(actor: Actor): Promise<Queue[]> {
  const names: QueueName[] = mayAssign(actor)
    ? ['overdue', 'soon', 'unowned', 'waiting']
    : readsAllAudiences(actor)
      ? ['waiting', 'overdue']
      : []
  return Promise.all(names.map((name) => queueOf(actor, name)))
}

async function queueOf(actor: Actor, name: QueueName): Promise<Queue> {
  const filters = queues[name]
  const read = readFilters(paramsOf({ ...filters, limit: few }))
  const scope = read.ok ? await scopeOf(actor, read.value) : read
  if (!scope.ok) throw new Error(`The filters of the queue ${name} cannot be read: ${scope.code}`)

  return queueIn({ name, scope: scope.value })
}

/** A queue with its total and its first rows, read once for everybody who sees the same scope. */
const queueIn = cacheUntilNextEvent(async ({ name, scope }: { name: QueueName; scope: Scope }): Promise<Queue> => {
  const [total, page] = await Promise.all([assignmentTotalOf(scope), assignmentPageOf(scope)])
  if (!page.ok) throw new Error(`The queue ${name} has no first page: ${page.code}`)
  return { name, filters: queues[name], total, rows: await assignmentRowsOf(page.value.ids) }
})
