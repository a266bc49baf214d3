import 'server-only'
import { filtersOf } from './active-filters'
import { type FilterName, isList } from './filters'
import { totalOf } from './list'
import type { Scope } from './scope'

/** A filter and the number of recommendations without it, or with it alone. */
export type Suggestion = { filter: FilterName; total: number }

/** Returns the scope without one of its filters. */
function without({ organization, group, owner, document, ...scope }: Scope, name: FilterName): Scope {
  const filters = { ...scope.filters, [name]: isList(name) ? [] : undefined }
  return {
    ...scope,
    filters,
    ...(organization && name !== 'organization' && { organization }),
    ...(group && name !== 'group' && { group }),
    ...(owner && name !== 'owner' && { owner }),
    ...(document && name !== 'document' && { document }),
  }
}

/**
 * Returns suggestions for a list without results: the number without each filter or, if all of those are 0, with each
 * filter alone.
 */
export async function suggestionsFor(scope: Scope): Promise<{ taken: 'off' | 'alone'; found: Suggestion[] }> {
  const used = filtersOf(scope)
  const off = await counted(used, (name) => without(scope, name))
  if (off.length > 0) return { taken: 'off', found: off }
  const alone = (kept: FilterName) => used.filter((name) => name !== kept).reduce(without, scope)
  return { taken: 'alone', found: await counted(used, alone) }
}

async function counted(names: FilterName[], scoped: (name: FilterName) => Scope): Promise<Suggestion[]> {
  const all = await Promise.all(names.map(async (filter) => ({ filter, total: await totalOf(scoped(filter)) })))
  return all.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total)
}
