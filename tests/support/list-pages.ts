import type { Actor } from '@/lib/domain/actor'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { listAsJson, type pageOf } from '@/lib/register/list'
import { scopeOf } from '@/lib/register/scope'
import type { Asked } from './filter-meaning'
import { people } from './given'

/** Returns what a coordinator sees with these filters. */
export async function scopeFor(asked: Asked & { after?: string; limit?: number }) {
  const filters = readFilters(paramsOf(asked))
  if (!filters.ok) throw new Error(JSON.stringify(filters))
  const scope = await scopeOf(people.chen, filters.value)
  if (!scope.ok) throw new Error(JSON.stringify(scope))
  return scope.value
}

/** Every page after another, as one who clicks through them sees them. */
export async function walk(asked: Asked, read: typeof pageOf) {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await read(await scopeFor({ ...asked, limit: 7, ...(after && { after }) }))
    if (!page.ok) throw new Error(JSON.stringify(page))
    ids.push(...page.value.ids)
    if (page.value.next === null) return ids
    after = page.value.next
  }
}

export async function listed(actor: Actor, query: string) {
  const filters = readFilters(new URLSearchParams(query))
  return filters.ok ? listAsJson(actor, filters.value) : filters
}

export async function totalFor(actor: Actor, query: string) {
  const result = await listed(actor, query)
  return result.ok ? JSON.parse(result.value).total : result
}
