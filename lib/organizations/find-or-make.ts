import 'server-only'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { invalid } from '@/lib/platform/result'
import type { Party } from './find'
import { lookAlikes } from './look-alikes'
import { lookUp } from './look-up'
import { freeSlug, slugStem } from './slug'

type Recorder = (event: NewEvent) => void

export type Named = { id?: string; name: string; slug?: string | undefined }

/** One line of a pasted list, and what it came to. */
export type FoundOrMade = {
  name: string
  organization: { id: string; slug: string; name: string }
  outcome: 'found' | 'made'
}

/**
 * Whoever names organizations or groups does so one after another, until the end of the change: so a name or a slug that
 * is free stays free meanwhile.
 */
export const oneAtATime = (tx: Transaction) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('organizations', 0))`

/** For each name the organization that has it, or a new one; in the order of the names. Archived ones are refused. */
export async function findOrMake(tx: Transaction, record: Recorder, names: string[], now: Date) {
  await oneAtATime(tx)
  const before = await lookUp(tx, names)
  const archived = before.flatMap(({ organization, name }, place) =>
    organization?.archived
      ? [{ field: `names.${place}`, code: 'organization_archived', params: { name } } as const]
      : [],
  )
  if (archived.length > 0) return invalid(...archived)

  // Where a name comes twice, the first is how it is written.
  const missing = new Map(
    before
      .filter((row) => !row.organization)
      .reverse()
      .map(({ key, name }) => [key, { name }]),
  )
  const unlike = await lookAlikes(
    tx,
    before.map(({ organization, name }) => (organization ? '' : name)),
  )
  const imitating = unlike.flatMap((other, place) =>
    other === undefined
      ? []
      : [
          {
            field: `names.${place}`,
            code: 'organization_looks_like',
            params: { name: before[place]?.name ?? '', other },
          } as const,
        ],
  )
  if (imitating.length > 0) return invalid(...imitating)
  await make(tx, record, [...missing.values()].reverse(), now)

  const rows = (await lookUp(tx, names)).flatMap(({ key, name, organization }): FoundOrMade[] =>
    organization ? [{ name, organization, outcome: missing.has(key) ? 'made' : 'found' }] : [],
  )
  return { ok: true, rows } as const
}

/** Makes organizations whose names nobody has, and records each. */
export async function make(tx: Transaction, record: Recorder, named: Named[], now: Date) {
  const slugs = await takenSlugs(tx, named)
  const made = named.map(({ id = newId(), name, slug: given }) => {
    const slug = given ?? freeSlug(name, 'organization', slugs)
    slugs.add(slug)
    return { id, slug, name }
  })
  await tx.organization.createMany({ data: made.map((one) => ({ ...one, createdAt: now })) })
  for (const one of made) record(addition('organization.added', one))
  return made
}

/** How the history tells that an organization or a group was added. */
export const addition = (kind: 'organization.added' | 'group.added', { id, slug, name }: Party): NewEvent => ({
  kind,
  subjectId: id,
  recommendationId: null,
  audience: 'internal',
  body: { before: null, after: { slug, name } },
})

async function takenSlugs(tx: Transaction, named: Named[]) {
  const stems = named.map(({ name }) => `${slugStem(name, 'organization')}%`)
  const rows = await tx.$queryRaw<
    { slug: string }[]
  >`select slug from organizations where slug like any(${stems}::text[])`
  return new Set(rows.map(({ slug }) => slug))
}
