import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { readNamed } from '@/lib/platform/db'
import { firstForm } from '@/lib/recommendations/theme-key'
import { type Facets, facetsOf } from '@/lib/register/facets'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'

/** A theme in its first spelling, and its recommendations by status. */
export type Theme = Pick<Facets, 'total' | 'status'> & { name: string }

/** Returns a theme, in any spelling, if a recommendation that the actor may see has it. */
export async function findTheme(actor: Actor, theme: string): Promise<Theme | undefined> {
  const filters = readFilters(paramsOf({ theme }))
  const scope = filters.ok ? await scopeOf(actor, filters.value) : filters
  if (!scope.ok || !scope.value.filters.theme) return undefined
  const [{ total, status }, spelled] = await Promise.all([
    facetsOf(scope.value),
    readNamed<{ name: string | null }>({
      name: 'theme-spelling',
      text: `select ${firstForm('name_key($1)')} as name`,
      values: [scope.value.filters.theme],
    }),
  ])
  const name = spelled[0]?.name
  return total > 0 && name ? { name, total, status } : undefined
}
