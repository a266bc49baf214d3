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
  /** The first rows by due date. */
  rows: AssignmentRow[]
}

const few = 5

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
  const all = await Promise.all(names.map((name) => queueOf(actor, name)))
  const overdue = all.find(({ name }) => name === 'overdue')
  return all.filter((queue) => queue.name !== 'original' || !repeats(queue, overdue))
}

/** Returns whether a queue has the same assignments as another one, as far as both are shown. */
function repeats(queue: Queue, other: Queue | undefined) {
  const ids = new Set(other?.rows.map(({ assignment }) => assignment.id))
  return queue.total === other?.total && queue.rows.every(({ assignment }) => ids.has(assignment.id))
}

async function queueOf(actor: Actor, name: QueueName): Promise<Queue> {
  const filters = queues[name]
  const read = readFilters(paramsOf({ ...filters, limit: few }))
  const scope = read.ok ? await scopeOf(actor, read.value) : read
  if (!scope.ok) throw new Error(`The filters of the queue ${name} cannot be read: ${scope.code}`)

  return queueIn({ name, scope: scope.value })
}

/** Returns a queue with its total and its first rows. Read once for all people with the same scope. */
const queueIn = cacheUntilNextEvent(async ({ name, scope }: { name: QueueName; scope: Scope }): Promise<Queue> => {
  const [total, page] = await Promise.all([assignmentTotalOf(scope), assignmentPageOf(scope)])
  if (!page.ok) throw new Error(`The queue ${name} has no first page: ${page.code}`)
  return { name, filters: queues[name], total, rows: await assignmentRowsOf(page.value.ids) }
})
