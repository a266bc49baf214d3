import 'server-only'
import { type GivenBy, isConfirmed, similarityTo, whoConfirms } from '@/lib/people/confirm-similar'
import type { Transaction } from '@/lib/platform/db'
import { lookOf, spellingOf } from '@/lib/platform/look-alike'
import { invalid } from '@/lib/platform/result'

type Named = { id: string; name: string }

/**
 * Refuses each name that looks the same as that of another organization in use, of a group, or of an earlier one of these,
 * and is written otherwise, for example with Cyrillic letters among Latin ones. An administrator may confirm it. Answers
 * what the event of each records of it.
 */
export async function checkSimilarNames(
  tx: Transaction,
  named: readonly Named[],
  by: GivenBy,
  field: (place: number) => string = () => 'name',
) {
  const similar = await similarOnes(tx, named)
  const errors = similar.flatMap((other, place) => {
    const params = { name: named[place]?.name ?? '', other: other?.name ?? '', ...whoConfirms(by) }
    return other ? [{ field: field(place), code: 'organization_looks_like', params } as const] : []
  })
  if (errors.length > 0 && !isConfirmed(by)) return invalid(...errors)
  return { ok: true, recorded: similar.map(similarityTo) } as const
}

/** Checks a single name, which its owner may spell otherwise as long as it looks as before. */
export async function checkSimilarName(tx: Transaction, one: Named, by: GivenBy, before?: string) {
  if (before !== undefined && lookOf(before) === lookOf(one.name)) return { ok: true, recorded: {} } as const
  const checked = await checkSimilarNames(tx, [one], by)
  return checked.ok ? ({ ok: true, recorded: checked.recorded[0] ?? {} } as const) : checked
}

async function similarOnes(tx: Transaction, named: readonly Named[]): Promise<(Named | undefined)[]> {
  if (named.length === 0) return []
  const columns = { select: { id: true, name: true }, orderBy: { id: 'asc' } } as const
  const organizations = await tx.organization.findMany({ where: { archivedAt: null }, ...columns })
  const groups = await tx.group.findMany(columns)
  const byLook = new Map<string, Named[]>()
  const add = (one: Named) => {
    const others = byLook.get(lookOf(one.name)) ?? []
    byLook.set(lookOf(one.name), [...others, one])
    return others
  }
  for (const one of [...organizations, ...groups]) add(one)
  return named.map((one) => {
    const others = add(one)
    // Those that differ only in signs and blanks are no imitation: "Agency A/B" and "Agency A-B".
    return others.find(({ id, name }) => id !== one.id && spellingOf(name) !== spellingOf(one.name))
  })
}
