import 'server-only'
import { type GivenBy, isConfirmed, similarityTo, whoConfirms } from '@/lib/domain/name-confirmation'
import type { Transaction } from '@/lib/platform/db'
import type { Code } from '@/lib/platform/i18n'
import { lookOf, spellingOf } from '@/lib/platform/look-alike'
import { invalid } from '@/lib/platform/result'
import { nameKeys } from './find'

type Kind = 'organization' | 'group'
type Named = { id: string; name: string }
type Known = Named & { kind: Kind; nameKey: string }

/**
 * Refuses names of organizations that look like the name of another organization, of a group, or of an earlier one in
 * the list, but are spelled differently, for example with Cyrillic letters among Latin ones. Also refuses the exact
 * name of a group. An administrator can confirm a name. Returns what the event of each name records.
 */
export const checkSimilarNames = (
  tx: Transaction,
  named: readonly Named[],
  by: GivenBy,
  field: (place: number) => string,
) => check(tx, 'organization', named, by, field)

type Check = { kind: Kind; by: GivenBy; before?: string }

/**
 * Checks one name of an organization or a group. A new spelling that looks like the name `before` is always accepted.
 */
export async function checkSimilarName(tx: Transaction, one: Named, { kind, by, before }: Check) {
  if (before !== undefined && lookOf(before) === lookOf(one.name)) return { ok: true, recorded: {} } as const
  const checked = await check(tx, kind, [one], by, () => 'name')
  return checked.ok ? ({ ok: true, recorded: checked.recorded[0] ?? {} } as const) : checked
}

async function check(
  tx: Transaction,
  kind: Kind,
  named: readonly Named[],
  by: GivenBy,
  field: (place: number) => string,
) {
  const similar = await similarOnes(tx, kind, named)
  const errors = similar.flatMap(({ one, other }, place) => {
    const params = { name: one.name, other: other?.name ?? '', ...whoConfirms(by) }
    return other ? [{ field: field(place), code: codeFor(one, other), params }] : []
  })
  if (errors.length > 0 && !isConfirmed(by)) return invalid(...errors)
  return { ok: true, recorded: similar.map(({ other }) => similarityTo(other)) } as const
}

function codeFor({ name, nameKey }: Known, other: Known): Code {
  if (nameKey !== other.nameKey && spellingOf(name) !== spellingOf(other.name)) return 'organization_looks_like'
  return other.kind === 'group' ? 'name_of_group' : 'name_of_organization'
}

type Similar = { one: Known; other: Known | undefined }

async function similarOnes(tx: Transaction, kind: Kind, named: readonly Named[]): Promise<Similar[]> {
  if (named.length === 0) return []
  const columns = { select: { id: true, name: true, nameKey: true }, orderBy: { id: 'asc' } } as const
  const organizations = await tx.organization.findMany({ where: { archivedAt: null }, ...columns })
  const groups = await tx.group.findMany(columns)
  const keys = await nameKeys(
    tx,
    named.map(({ name }) => name),
  )
  const known = new Map<string, Known[]>()
  const add = (one: Known) => {
    const ways = [lookOf(one.name), `key ${one.nameKey}`]
    const others = ways.flatMap((way) => known.get(way) ?? [])
    for (const way of ways) known.set(way, [...(known.get(way) ?? []), one])
    return others
  }
  for (const one of organizations) add({ ...one, kind: 'organization' })
  for (const one of groups) add({ ...one, kind: 'group' })
  return named.map((given, place) => {
    const one = { ...given, kind, nameKey: keys[place] ?? '' }
    // Names of the same kind that differ only in signs and spaces are accepted: "Agency A/B" and "Agency A-B".
    const isOther = (other: Known) =>
      other.id !== one.id && (other.kind !== kind || spellingOf(other.name) !== spellingOf(one.name))
    return { one, other: add(one).find(isOther) }
  })
}
