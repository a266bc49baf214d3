import 'server-only'
import type { GivenBy } from '@/lib/domain/name-confirmation'
import type { Change } from '@/lib/history/change'
import type { NewEvent } from '@/lib/history/events'
import { readIn, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { invalid } from '@/lib/platform/result'
import { lockName, sql } from '@/lib/platform/sql'
import { checkSimilarNames } from './check-similar-names'
import { findNamesakes, type Party } from './find'
import { freeSlug, slugStem } from './slug'

export type Named = { id?: string; name: string; slug?: string | undefined; similarTo?: string }

/** One line of a pasted list and its result. */
export type FoundOrAdded = {
  name: string
  organization: { id: string; slug: string; name: string }
  outcome: 'found' | 'made'
}

/** Locks the naming of organizations and groups until the transaction ends, so that a free name or slug stays free. */
export const oneAtATime = (tx: Transaction) => lockName(tx, 'organizations')

/**
 * Returns the organization for each name, in the order of the names. Creates those that do not exist. Refuses archived
 * ones.
 */
export async function findOrAdd(change: Change, names: string[], by: GivenBy) {
  const { tx } = change
  await oneAtATime(tx)
  const before = await findNamesakes(tx, names)
  const archived = before.flatMap(({ organization, name }, place) =>
    organization?.archived
      ? [{ field: `names.${place}`, code: 'organization_archived', params: { name } } as const]
      : [],
  )
  if (archived.length > 0) return invalid(...archived)

  // If a name comes twice, its first spelling is used.
  const missing = new Map<string, { id: string; name: string; place: number }>()
  for (const [place, { key, name, organization }] of before.entries()) {
    if (!organization && !missing.has(key)) missing.set(key, { id: newId(), name, place })
  }
  const named = [...missing.values()]
  const checked = await checkSimilarNames(tx, named, by, (place) => `names.${named[place]?.place}`)
  if (!checked.ok) return checked
  const making = named.map(({ id, name }, place) => ({ id, name, ...checked.recorded[place] }))
  await make(change, making)

  const rows = (await findNamesakes(tx, names)).flatMap(({ key, name, organization }): FoundOrAdded[] =>
    organization ? [{ name, organization, outcome: missing.has(key) ? 'made' : 'found' }] : [],
  )
  return { ok: true, rows } as const
}

/** Creates organizations whose names are free, and records an event for each. */
export async function make({ tx, record, now }: Change, named: Named[]) {
  const slugs = await takenSlugs(tx, named)
  const made = named.map(({ id = newId(), name, slug: given, similarTo }) => {
    const slug = given ?? freeSlug(name, 'organization', slugs)
    slugs.add(slug)
    return { id, slug, name, ...(similarTo !== undefined && { similarTo }) }
  })
  await tx.organization.createMany({ data: made.map(({ id, slug, name }) => ({ id, slug, name, createdAt: now })) })
  for (const one of made) record(addition('organization.added', one))
  return made
}

type Confirmed = { similarTo?: string }

/** Returns the event for an organization or a group that was added. */
export const addition = (
  kind: 'organization.added' | 'group.added',
  { id, slug, name, ...confirmed }: Party & Confirmed,
): NewEvent => ({
  kind,
  subjectId: id,
  body: { before: null, after: { slug, name, ...confirmed } },
})

async function takenSlugs(tx: Transaction, named: Named[]) {
  const stems = named.map(({ name }) => `${slugStem(name, 'organization')}%`)
  const rows = await readIn<{ slug: string }>(
    tx,
    'slugs-taken',
    sql`select slug from organizations where slug like any(${stems}::text[])`,
  )
  return new Set(rows.map(({ slug }) => slug))
}
