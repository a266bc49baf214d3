import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cursors } from '@/lib/platform/cursor'
import { db, read } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/result'
import { bytesOf, partsOf } from '@/lib/platform/split-rows'
import { sql } from '@/lib/platform/sql'
import type { Why } from '@/lib/reading/removed'
import { type CandidateNow, candidateShapes } from './candidate-shape'
import { type Comparison, comparisonOf } from './comparison'
import type { ImportNow } from './import-shape'
import { countsOfImport, findImport, type ImportCounts, type Section, sectionsOfImport } from './queries'

/** A paragraph of an import. Fields without a value are left out; only `label` is null. */
export type ParagraphNow = {
  ordinal: number
  /** The section in which it is opened. */
  part: number
  label: string | null
  text: string
  heading?: string
  section?: string
  /** The ordinal of the paragraph of which this one is a part. */
  parent?: number
  page?: number
  notes?: { at: number; mark: string; text?: string }[]
  unsure?: { start: number; end: number }[]
  /** The paragraph of the edition before that became it, and whether it has the same words. */
  was?: { ordinal: number; label: string; same: boolean }
}

export type RemovedNow = { text: string; why: Why; page?: number }

const lists = ['paragraphs', 'candidates', 'removed'] as const
type List = (typeof lists)[number]

/** The place after which an answer continues: a list, and the number of its rows before that place. */
export const contentCursors = cursors('import-contents', z.tuple([z.enum(lists), z.int().min(0)]))

/** The size of one answer, in bytes of its texts. Other fields take less. */
const largest = 400_000

type Row<Item> = { item: Item; bytes: number }

/** Each list: at most `limit` rows after the first `from`. */
const readers: Record<List, (id: string, from: number, limit: number) => Promise<Row<unknown>[]>> = {
  paragraphs: async (id, from, limit) =>
    (await readParagraphs(id, sql`ordinal > ${from}`, limit)).map((item) => ({ item, bytes: bytesOf(item) })),
  candidates: async (id, from, limit) => {
    const rows = await db.importCandidate.findMany({ where: { importId: id }, orderBy, skip: from, take: limit })
    return (await candidateShapes(rows)).map((item) => ({ item, bytes: bytesOf(item) }))
  },
  removed: async (id, from, limit) => {
    const rows = await removedOfImport(id, { from, limit })
    return rows.map((item) => ({ item, bytes: bytesOf(item) }))
  },
}

const orderBy = [
  { paragraph: 'asc' as const },
  { start: 'asc' as const },
  { end: 'asc' as const },
  { id: 'asc' as const },
]

export type ImportInFull = ImportNow & { counts: ImportCounts; sections?: Section[]; comparison?: Comparison } & {
  paragraphs: ParagraphNow[]
  candidates: CandidateNow[]
  removed: RemovedNow[]
  next: string | null
}

/**
 * Returns an import with its paragraphs, then its candidates, then what was removed, as much as one answer takes. `next`
 * is the cursor of the rest. Refusals: `import_forbidden`, `import_not_found`.
 */
export async function findImportInFull(actor: Actor, id: string, after?: string): Promise<Result<ImportInFull>> {
  const found = await findImport(actor, id)
  if (!found.ok) return found

  const filled = await fill(found.value.id, contentCursors.read(after) ?? ['paragraphs', 0])
  const counts = await countsOfImport(found.value)
  const sections = after === undefined ? { sections: await sectionsOfImport(found.value) } : {}
  const comparison = found.value.editionOf && { comparison: await comparisonOf(found.value.id) }
  return ok({ ...found.value, counts, ...sections, ...comparison, ...filled })
}

type Contents = Pick<ImportInFull, List | 'next'>

async function fill(id: string, [first, from]: [List, number]): Promise<Contents> {
  const contents: Record<List, unknown[]> & { next: string | null } = {
    paragraphs: [],
    candidates: [],
    removed: [],
    next: null,
  }
  let bytes = 0
  for (const list of lists.slice(lists.indexOf(first))) {
    for (let at = list === first ? from : 0; ; ) {
      const rows = await readers[list](id, at, atATime)
      for (const { item, bytes: own } of rows) {
        bytes += own
        if (bytes > largest && bytes > own) return { ...contents, next: contentCursors.after([list, at]) } as Contents
        contents[list].push(item)
        at++
      }
      if (rows.length < atATime) break
    }
  }
  return contents as Contents
}

/** The number of rows in one query. */
const atATime = 200

const readParagraphs = async (id: string, which: ReturnType<typeof sql>, limit: number) => {
  const rows = await read<{ one: ParagraphNow }>(
    'import-paragraphs',
    sql`
    select json_strip_nulls(json_build_object('ordinal', ordinal, 'part', part, 'text', text, 'heading', heading,
      'section', section, 'parent', parent, 'page', page, 'notes', notes, 'unsure', unsure,
      'was', (select json_build_object('ordinal', b.ordinal, 'label', b.label, 'same', b.text = ip.text)
              from paragraphs b where b.id = ip.was_id)))::jsonb
      || jsonb_build_object('label', nullif(label, '')) as one
    from import_paragraphs ip where import_id = ${id}::uuid and ${which} order by ordinal limit ${limit}`,
  )
  return rows.map(({ one }) => one)
}

/** Returns what was removed from the text, in its order. */
async function removedOfImport(id: string, { from, limit }: { from: number; limit: number }): Promise<RemovedNow[]> {
  const rows = await db.importRemoved.findMany({
    where: { importId: id, ordinal: { gt: from } },
    orderBy: { ordinal: 'asc' },
    take: limit,
  })
  return rows.map(({ text, why, page }) => ({ text, why: why as Why, ...(page !== null && { page }) }))
}

/** The largest number of removed texts in one list, and their size in bytes. */
const mostRemoved = { texts: 200, bytes: 100_000 }

/**
 * Returns a page of what was removed from the text, in its order, after the first `from`. `next` is the place after
 * which the list continues. Refusals: `import_forbidden`, `import_not_found`.
 */
export async function listRemoved(actor: Actor, id: string, from: number) {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  const rows = await removedOfImport(found.value.id, { from, limit: mostRemoved.texts + 1 })
  const items = partsOf(rows.slice(0, mostRemoved.texts), mostRemoved.bytes, bytesOf)[0]?.rows ?? []
  return ok({ items, ...(rows.length > items.length && { next: from + items.length }) })
}

export type SectionInFull = { paragraphs: ParagraphNow[]; candidates: CandidateNow[] }

/** Returns the paragraphs and the candidates of a section. Refusals: `import_forbidden`, `import_not_found`. */
export async function findSection(actor: Actor, id: string, section: number): Promise<Result<SectionInFull>> {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  const paragraphs = await readParagraphs(found.value.id, sql`part = ${section}`, 20_000)
  const rows = await db.importCandidate.findMany({ where: await within(found.value.id, section), orderBy })
  return ok({ paragraphs, candidates: await candidateShapes(rows) })
}

/** Returns the condition for the candidates of a section. Its paragraphs follow each other. */
async function within(importId: string, part: number) {
  const { _min, _max } = await db.importParagraph.aggregate({
    where: { importId, part },
    _min: { ordinal: true },
    _max: { ordinal: true },
  })
  return { importId, paragraph: { gte: _min.ordinal ?? 0, lte: _max.ordinal ?? 0 } }
}

export const candidateCursors = cursors('import-candidates', z.tuple([z.int().min(0)]))

type Wanted = { section?: number | undefined; limit: number; after?: string | undefined }

/**
 * Returns a page of the candidates of an import, or of one of its sections, in the order of the text. Refusals:
 * `import_forbidden`, `import_not_found`.
 */
export async function listCandidates(actor: Actor, id: string, { section, limit, after }: Wanted) {
  const found = await findImport(actor, id)
  if (!found.ok) return found
  const [from] = candidateCursors.read(after) ?? [0]
  const rows = await db.importCandidate.findMany({
    where: section === undefined ? { importId: found.value.id } : await within(found.value.id, section),
    orderBy,
    skip: from,
    take: limit + 1,
  })
  const shapes = await candidateShapes(rows.slice(0, limit))
  const items = partsOf(shapes, largest, bytesOf)[0]?.rows ?? []
  return ok({ items, next: rows.length > items.length ? candidateCursors.after([from + items.length]) : null })
}
