import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import { read } from '@/lib/platform/db'
import { ok } from '@/lib/platform/result'
import { partsOf } from '@/lib/platform/split-rows'
import { type Composed, sql } from '@/lib/platform/sql'
import type { Difference } from './edition-filters'
import { findImport } from './queries'

type Version = { ordinal: number; label: string; text: string }

/** A paragraph that differs: its version in the edition before, in the new one, or both. */
export type DifferentParagraph = { was?: Version; is?: Version }

/** How many paragraphs of a new edition have the same words as before, and how many differ. */
export type DifferenceCounts = Record<'same' | Difference, number>

/** SQL: the paragraphs of an import and of the edition with which it was compared, side by side. */
const compared = (importId: string) => sql`(
  select b.ordinal as was_ordinal, b.label as was_label, b.text as was_text, x.ordinal, x.label, x.text
  from import_paragraphs x left join paragraphs b on b.id = x.was_id
  where x.import_id = ${importId}::uuid
  union all
  select b.ordinal, b.label, b.text, null, null, null
  from imports i join paragraphs b on b.edition_id = i.based_on_id
  where i.id = ${importId}::uuid
    and not exists (select from import_paragraphs x where x.import_id = i.id and x.was_id = b.id))`

const conditions: Record<Difference, Composed> = {
  changed: sql`c.was_text <> c.text`,
  added: sql`c.was_ordinal is null`,
  removed: sql`c.ordinal is null`,
}

/** Returns how many paragraphs of a new edition differ from the edition before. */
export async function countsOfDifferences(importId: string): Promise<DifferenceCounts> {
  const rows = await read<DifferenceCounts>(
    'import-difference-counts',
    sql`
    select count(*) filter (where c.was_text = c.text)::int as same,
      count(*) filter (where ${conditions.changed})::int as changed,
      count(*) filter (where ${conditions.added})::int as added,
      count(*) filter (where ${conditions.removed})::int as removed
    from ${compared(importId)} c`,
  )
  const [counts] = rows
  if (!counts) throw new Error('The paragraphs of an import were not counted.')
  return counts
}

export const differenceCursors = cursors('import-differences', z.tuple([z.int().min(0)]))

type Wanted = { kind: Difference; limit: number; after?: string | undefined }

/** The size of one answer, in bytes. */
const largest = 300_000

/**
 * Returns a page of the paragraphs that changed, that are new, or that the new edition leaves out, in the order of
 * the text. Refusals: `import_forbidden`, `import_not_found`.
 */
export async function listDifferences(actor: Actor, id: string, { kind, limit, after }: Wanted) {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  const [from] = differenceCursors.read(after) ?? [0]
  const rows = await read<{ one: DifferentParagraph }>(
    'import-differences',
    sql`
    select json_strip_nulls(json_build_object(
      'was', case when c.was_ordinal is not null then
        json_build_object('ordinal', c.was_ordinal, 'label', c.was_label, 'text', c.was_text) end,
      'is', case when c.ordinal is not null then
        json_build_object('ordinal', c.ordinal, 'label', c.label, 'text', c.text) end)) as one
    from ${compared(found.value.id)} c where ${conditions[kind]}
    order by coalesce(c.ordinal, c.was_ordinal) limit ${limit + 1} offset ${from}`,
  )
  const page = rows.slice(0, limit).map(({ one }) => one)
  const items = partsOf(page, largest, (one) => Buffer.byteLength(JSON.stringify(one)))[0]?.rows ?? []
  return ok({ items, next: rows.length > items.length ? differenceCursors.after([from + items.length]) : null })
}
