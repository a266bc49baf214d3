import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import { db, read } from '@/lib/platform/db'
import { ok } from '@/lib/platform/result'
import { partsOf } from '@/lib/platform/split-rows'
import { raw, sql } from '@/lib/platform/sql'
import type { PlaceState } from '@/prisma/generated/enums'
import type { ShownPlaces } from './edition-filters'
import { readPlaces, stands } from './place-shape'
import { findImport } from './queries'

/** How many places of an import there are in each state, and how many of those nobody has decided on. */
export type PlaceCounts = Record<PlaceState, { all: number; open: number }>

/** Returns how many recommendations and annotations of the edition before there are in each state. */
export async function countsOfPlaces(importId: string): Promise<PlaceCounts> {
  const rows = await read<{ state: PlaceState; all: number; open: number }>(
    'import-place-counts',
    sql`
    select state, count(*)::int as all, count(*) filter (where decided_at is null)::int as open
    from import_places x where import_id = ${importId}::uuid and ${raw(stands)} group by state`,
  )
  const none = { all: 0, open: 0 }
  const counts: PlaceCounts = { unchanged: none, moved: none, changed: none, gone: none }
  for (const { state, all, open } of rows) counts[state] = { all, open }
  return counts
}

export const placeCursors = cursors('import-places', z.tuple([z.int().min(0)]))

type Wanted = { show?: ShownPlaces | undefined; limit: number; after?: string | undefined }

/** The size of one answer, in bytes. */
const largest = 300_000

/**
 * Returns a page of what becomes of recommendations and annotations in a new edition, in the order of the edition
 * before. Refusals: `import_forbidden`, `import_not_found`.
 */
export async function listPlaces(actor: Actor, id: string, { show, limit, after }: Wanted) {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  const [from] = placeCursors.read(after) ?? [0]
  const rows = await readPlaces(db, sql`x.import_id = ${found.value.id}::uuid and ${shownOnly(show)}`, {
    from,
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const items = partsOf(page, largest, (one) => Buffer.byteLength(JSON.stringify(one)))[0]?.rows ?? []
  return ok({ items, next: rows.length > items.length ? placeCursors.after([from + items.length]) : null })
}

function shownOnly(show: ShownPlaces | undefined) {
  if (show === undefined) return sql`true`
  return show === 'open' ? sql`x.decided_at is null` : sql`x.state = ${show}::place_state`
}
