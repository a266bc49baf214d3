import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { ok, type Result } from '@/lib/platform/result'
import { assignmentTotalOf } from '@/lib/register/assignment-list'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'

/** The filters of the lists that are counted: all assignments, or those of one of these. */
export type Whose = { organization?: string; group?: string; document?: string; theme?: string; cycle?: string }

type Values = Parameters<typeof paramsOf>[0]

/** Counts the assignments of several lists, by the name of each. Refuses filters that cannot be read. */
export async function listTotals<Name extends string>(
  actor: Actor,
  whose: Whose,
  lists: readonly (readonly [Name, Values])[],
): Promise<Result<{ name: Name; total: number }[]>> {
  const totals: { name: Name; total: number }[] = []
  for (const [name, values] of lists) {
    const filters = readFilters(paramsOf({ ...values, ...whose }))
    const scope = filters.ok ? await scopeOf(actor, filters.value) : filters
    if (!scope.ok) return scope
    totals.push({ name, total: await assignmentTotalOf(scope.value) })
  }
  return ok(totals)
}

/**
 * What holds unfinished work up: its original due date has passed, its organization has not said whether it accepts it,
 * or nothing has been reported for a long time. With the filters of the list of each.
 */
export const delays = {
  original: { original: 'past' },
  unanswered: { position: ['pending'], assignment: ['pending'] },
  silent: { silent: 'yes' },
} as const
export type Delay = keyof typeof delays

const delayLists: readonly [Delay, Values][] = [
  ['original', delays.original],
  ['unanswered', delays.unanswered],
  ['silent', delays.silent],
]

/** Counts the assignments that each of these holds up, as their lists do. */
export const countDelays = (actor: Actor, whose: Whose) => listTotals(actor, whose, delayLists)
