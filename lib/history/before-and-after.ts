import { listInWords, t } from '@/lib/platform/i18n'
import type { Pair } from './description'

/** Subjects of a change, by name. `more` is the number of those whose names were not read. */
export type Subjects = { names: readonly string[]; more: number }

/** The values before and after that some of the subjects of one change have in common. */
export type Part = { pairs: Pair[]; whom: Subjects }

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
  const whose = new Map<string, Part[]>()
  for (const part of parts) {
    const value = part.pairs.find((pair) => pair.label === label)?.[side]
    if (value === undefined) continue
    const of = whose.get(value)
    if (of) of.push(part)
    else whose.set(value, [part])
  }
  const [only, ...others] = whose.keys()
  const forAll = only !== undefined && whose.get(only)?.length === parts.length
  if (others.length === 0 && (only === undefined || forAll)) return only
  return listInWords(upTo([...whose].map(([value, of]) => t('history.of', { value, whom: inShort(together(of)) }))))
}

const together = (parts: readonly Part[]): Subjects => ({
  names: parts.flatMap(({ whom }) => whom.names),
  more: parts.reduce((more, { whom }) => more + whom.more, 0),
})

const collator = new Intl.Collator('en', { numeric: true })

/** Returns the first of many names in alphabetical order, each once, and how many more there are. */
export const inShort = ({ names, more }: Subjects) =>
  listInWords(upTo([...new Set(names)].sort(collator.compare), more))

function upTo(items: readonly string[], unnamed = 0) {
  const more = Math.max(items.length - shown, 0) + unnamed
  return more > 0 ? [...items.slice(0, shown), t('history.more', { count: more })] : [...items]
}
