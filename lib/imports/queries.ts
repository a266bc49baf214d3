import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cursors, moment } from '@/lib/platform/cursor'
import { db, read, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import { forbidden, notFound, ok, type Result } from '@/lib/platform/result'
import { sql } from '@/lib/platform/sql'
import { ImportState } from '@/prisma/generated/enums'
import { type ImportNow, importColumns, importShape } from './import-shape'
import { mayImport } from './policy'
import { type Selected, selectedIn } from './selected-sentences'

/** Returns an import as it is in this transaction. */
export async function importNow(tx: Transaction, id: string): Promise<ImportNow> {
  return importShape(await tx.import.findUniqueOrThrow({ where: { id }, select: importColumns }))
}

/** Returns an import. Refusals: `import_forbidden`, `import_not_found`. */
export async function findImport(actor: Actor, id: string): Promise<Result<ImportNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')
  const row = await db.import.findUnique({ where: { id: ExistingId.parse(id) }, select: importColumns })
  return row ? ok(importShape(row)) : notFound('import_not_found')
}

/**
 * Returns the sentences that were selected in the draft of an import, before it was read, and are not in its text.
 * `findImport` has found the import for its reader.
 */
export async function missingSelection({ id }: ImportNow): Promise<Selected[]> {
  return selectedIn((await db.import.findUniqueOrThrow({ where: { id }, select: { selected: true } })).selected)
}

export type ImportList = { items: ImportNow[]; next: string | null }

export const importCursors = cursors('imports', z.tuple([moment, z.uuid()]))

type Wanted = {
  state?: ImportState | undefined
  /** Only imports that are neither published nor withdrawn. */
  open?: boolean | undefined
  limit?: number | undefined
  after?: string | undefined
}

/** The schema of the state to which a list of imports is limited. */
export const ListedState = z.enum(ImportState, 'import_state_unknown')

/** Returns a page of the imports of all people, the newest first. Refusals: `import_forbidden`. */
export async function listImports(actor: Actor, wanted: Wanted = {}): Promise<Result<ImportList>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')
  const { state, open, limit = 50, after } = wanted
  const [at, id] = importCursors.read(after) ?? []
  const rows = await db.import.findMany({
    where: {
      ...(state && { state }),
      ...(open && { state: { notIn: ['published' as const, 'withdrawn' as const] } }),
      ...(at !== undefined &&
        id !== undefined && {
          OR: [{ receivedAt: { lt: new Date(at) } }, { receivedAt: new Date(at), id: { lt: id } }],
        }),
    },
    select: importColumns,
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const placed = rows.map((row): { row: typeof row; place: [string, string] } => {
    return { row, place: [row.receivedAt.toISOString(), row.id] }
  })
  const { rows: page, next } = importCursors.page(placed, limit)
  return ok({ items: page.map(({ row }) => importShape(row)), next })
}

/** How many paragraphs and removed texts an import has, and how many candidates by what was decided. */
export type ImportCounts = {
  paragraphs: number
  removed: number
  /** Candidates that were not kept, because there were too many. */
  leftOut: number
  offered: number
  suggested: number
  accepted: number
  rejected: number
}

/** Returns how much an import contains that `findImport` has found for its reader. */
export async function countsOfImport({ id }: ImportNow): Promise<ImportCounts> {
  const rows = await read<ImportCounts>(
    'import-counts',
    sql`
    select
      (select count(*)::int from import_paragraphs where import_id = ${id}::uuid) as paragraphs,
      (select count(*)::int from import_removed where import_id = ${id}::uuid) as removed,
      (select left_out from imports where id = ${id}::uuid) as "leftOut",
      count(*) filter (where decision = 'offered')::int as offered,
      count(*) filter (where decision = 'suggested')::int as suggested,
      count(*) filter (where decision = 'accepted')::int as accepted,
      count(*) filter (where decision = 'rejected')::int as rejected
    from import_candidates where import_id = ${id}::uuid`,
  )
  const [counts] = rows
  if (!counts) throw new Error('The candidates of an import were not counted.')
  return counts
}

/** A part of the text that a reviewer opens at once, with the paragraphs and candidates in it. */
export type Section = {
  section: number
  heading?: string
  name?: string
  from: number
  to: number
  offered: number
  suggested: number
  accepted: number
  rejected: number
}

/**
 * Returns the sections of an import that `findImport` has found for its reader, in the order of the text. Candidates are counted by the range of their paragraph
 * and not by a join: for an import that is newer than its statistics, the planner joins rows one by one.
 */
export async function sectionsOfImport({ id }: ImportNow): Promise<Section[]> {
  const rows = await read<{ one: Section }>(
    'import-sections',
    sql`
    with s as (
      select part, min(ordinal) as first, max(ordinal) as last, row_number() over (order by part) as place,
        left((array_agg(heading order by ordinal))[1], 150) as heading,
        left((array_agg(section order by ordinal))[1], 150) as name
      from import_paragraphs where import_id = ${id}::uuid group by part)
    select json_strip_nulls(json_build_object('section', s.part, 'heading', s.heading, 'name', s.name,
      'from', s.first, 'to', s.last, 'offered', coalesce(c.offered, 0), 'suggested', coalesce(c.suggested, 0),
      'accepted', coalesce(c.accepted, 0), 'rejected', coalesce(c.rejected, 0))) as one
    from s left join (
      select width_bucket(paragraph, (select array_agg(first order by first) from s)) as place,
        count(*) filter (where decision = 'offered') as offered,
        count(*) filter (where decision = 'suggested') as suggested,
        count(*) filter (where decision = 'accepted') as accepted,
        count(*) filter (where decision = 'rejected') as rejected
      from import_candidates where import_id = ${id}::uuid group by place) c on c.place = s.place
    order by s.part`,
  )
  return rows.map(({ one }) => one)
}
