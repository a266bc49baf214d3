import { listInWords, t } from '@/lib/platform/i18n'
import type { Pair } from './description'

/** The values before and after for one of many subjects, and the name of that subject. */
type Part = { pairs: Pair[]; whom: string }

const shown = 12

/**
 * Returns the values before and after for many subjects of one change. A value that is the same for all is given once.
 * Different values come with the names of their subjects.
 */
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

/** Returns the first of many names in alphabetical order, each once, and how many more there are. */
export const inShort = (names: readonly string[]) => listInWords(upTo([...new Set(names)].sort(collator.compare)))

function upTo(items: readonly string[]) {
  const more = items.length - shown
  return more > 0 ? [...items.slice(0, shown), t('history.more', { count: more })] : [...items]
}
