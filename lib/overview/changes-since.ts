import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { ok, type Result } from '@/lib/platform/result'
import { assignmentTotalOf } from '@/lib/register/assignment-list'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'
import { type Happening, happenings } from '@/lib/register/since'

/** The filters of the lists that are counted: all assignments, or those of one of these. */
export type Whose = { organization?: string; group?: string; document?: string }

export type ChangeCount = { happening: Happening; total: number }

/** Counts the assignments to which each of these has happened since the end of a day, as their lists do. */
export async function changesSince(actor: Actor, whose: Whose, day: string): Promise<Result<ChangeCount[]>> {
  const counts: ChangeCount[] = []
  for (const happening of happenings) {
    const filters = readFilters(paramsOf({ ...whose, [happening]: day }))
    const scope = filters.ok ? await scopeOf(actor, filters.value) : filters
    if (!scope.ok) return scope
    counts.push({ happening, total: await assignmentTotalOf(scope.value) })
  }
  return ok(counts)
}
