import { listInWords, t } from '@/lib/platform/i18n'
import type { Pair } from './description'

/** The pairs of one of many, and whom they are of. */
type Part = { pairs: Pair[]; whom: string }

const shown = 12

/** What stood and what stands of all that one change did: once where it is the same for all, else with whom it is of. */
export function pairsOfMany(parts: readonly Part[]): Pair[] {
  const labels = new Set(parts.flatMap(({ pairs }) => pairs.map(({ label }) => label)))
  return [...labels].map((label) => ({
    label,
    before: sideOf(parts, label, 'before'),
    after: sideOf(parts, label, 'after'),
  }))
}

function sideOf(parts: readonly Part[], label: string, side: 'before' | 'after') {
  const whose = new Map<string, string[]>()
  for (const { pairs, whom } of parts) {
    const value = pairs.find((pair) => pair.label === label)?.[side]
    if (value === undefined) continue
    const names = whose.get(value) ?? []
    names.push(whom)
    whose.set(value, names)
  }
  const [only, ...others] = whose.keys()
  const forAll = only !== undefined && whose.get(only)?.length === parts.length
  if (others.length === 0 && (only === undefined || forAll)) return only
  return listInWords(upTo([...whose].map(([value, names]) => t('history.of', { value, whom: inShort(names) }))))
}

const collator = new Intl.Collator('en', { numeric: true })

/** The first names of many, by the alphabet and each once, and how many more. */
export const inShort = (names: readonly string[]) => listInWords(upTo([...new Set(names)].sort(collator.compare)))

function upTo(items: readonly string[]) {
  const more = items.length - shown
  return more > 0 ? [...items.slice(0, shown), t('history.more', { count: more })] : [...items]
}
