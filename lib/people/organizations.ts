import 'server-only'
import { holdOrganizations } from '@/lib/organizations/hold-organizations'
import { db, type Transaction } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'

/** The slug or the name of one. */
export const Called = nameText('organization_missing', 300)

/**
 * The organizations that slugs or names say, however the names are written, in their order; or which of them there
 * aren't. One that was merged is what it was merged into; those that are archived have no people.
 */
export async function organizationsCalled(called: string[]) {
  const found = await db.$queryRaw<{ id: string | null }[]>`
    select distinct on (c.place) s.id
    from unnest(${called}::text[]) with ordinality c(text, place)
    left join organizations o on o.slug = c.text or o.name_key = name_key(c.text)
    left join organizations s on s.id = coalesce(o.merged_into_id, o.id) and s.archived_at is null
    order by c.place, s.id is null, o.slug = c.text desc, o.archived_at is not null, o.name = c.text desc, o.namesake`
  const errors = called.flatMap((name, place) => (found[place]?.id ? [] : [unknown(name, place)]))
  if (errors.length > 0) return invalid(...errors)
  return { ok: true, called, ids: found.flatMap(({ id }) => id ?? []) } as const
}

/** Organizations that were found before the change, by what they were called. */
export type Found = { called: readonly string[]; ids: readonly string[] }

/**
 * Organizations that were found before, held as they are until the change is over; one merged since is what it was
 * merged into.
 */
export async function organizationsHeld(tx: Transaction, { called, ids }: Found) {
  const standing = await holdOrganizations(tx, ids)
  const held = ids.map(standing)
  const errors = called.flatMap((name, place) => (held[place] ? [] : [unknown(name, place)]))
  return errors.length > 0 ? invalid(...errors) : ({ ok: true, ids: held.flatMap((id) => id ?? []) } as const)
}

const unknown = (name: string, place: number) =>
  ({ field: `organizations.${place}`, code: 'organization_unknown', params: { name } }) as const

/** The first that a field offers by name; others are typed. */
export const organizationsToChoose = () =>
  db.organization.findMany({
    where: { archivedAt: null },
    orderBy: { name: 'asc' },
    select: { slug: true, name: true },
    take: 200,
  })
