import 'server-only'
import { mayAssign } from '@/lib/assignments/policy'
import { type Actor, readsAllAudiences } from '@/lib/domain/actor'
import { cacheUntilNextEvent } from '@/lib/history/cache-until-next-event'
import { assignmentTotalOf } from '@/lib/register/assignment-list'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { type Scope, scopeOf } from '@/lib/register/scope'

/** Work across all organizations. Each queue is a list of assignments with these filters. */
const queues = {
  overdue: { due: 'overdue' },
  soon: { due: 'soon' },
  unowned: { owner: 'none', assignment: ['pending'] },
  returned: { verification: ['returned'] },
  original: { original: 'past' },
  silent: { silent: 'yes' },
} as const

export type QueueName = keyof typeof queues

export type Queue = {
  name: QueueName
  /** The filters of the list that shows the whole queue. */
  filters: (typeof queues)[QueueName]
  total: number
}

/**
 * Returns the queues of a person. Those who may assign see all of them; reviewers see what is overdue and what was
 * returned.
 */
export async function queuesFor(actor: Actor): Promise<Queue[]> {
  const names: QueueName[] = mayAssign(actor)
    ? ['overdue', 'soon', 'unowned', 'returned', 'original', 'silent']
    : readsAllAudiences(actor)
      ? ['overdue', 'returned']
      : []
  return Promise.all(names.map((name) => queueOf(actor, name)))
}

async function queueOf(actor: Actor, name: QueueName): Promise<Queue> {
  const filters = queues[name]
  const read = readFilters(paramsOf(filters))
  const scope = read.ok ? await scopeOf(actor, read.value) : read
  if (!scope.ok) throw new Error(`The filters of the queue ${name} cannot be read: ${scope.code}`)

  return { name, filters, total: await totalOf(scope.value) }
}

/** Returns the number of assignments of a queue. Counted once for all people with the same scope. */
const totalOf = cacheUntilNextEvent(async (scope: Scope) => assignmentTotalOf(scope))
