import 'server-only'
import { z } from 'zod'
import { cursors } from '@/lib/platform/cursor'
import { readNamed } from '@/lib/platform/db'
import type { Kind, RecommendationStatus } from '@/prisma/generated/enums'
import { standingInParagraph } from './editions'

/** A recommendation and its place. `start` and `end` count code points of the paragraph's text. */
export type Placed = {
  key: string
  start: number
  end: number
  title: string
  kind: Kind
  status: RecommendationStatus
}

/** A note of the source whose mark was removed from the text. `at` counts code points of the text. */
export type SourceNote = { at: number; mark: string; text?: string }

export type Paragraph = {
  ordinal: number
  /** The label as printed. Empty if the paragraph has none. */
  label: string
  /** The label and ordinal of the paragraph of which this one is a part. */
  parent?: string
  parentOrdinal?: number
  heading?: string
  /** The heading of the part of the document that has its own numbering, such as an annex. */
  section?: string
  text: string
  /** The page of the source, counted from 1. */
  page?: number
  notes?: SourceNote[]
  recommendations: Placed[]
}

/** SQL: the paragraphs of the edition $1 from the ordinal $2 to $3, in the order of the text. */
const paragraphsSql = `
  select json_strip_nulls(json_build_object(
    'ordinal', p.ordinal, 'label', p.label, 'parent', pp.label, 'parentOrdinal', pp.ordinal, 'heading', p.heading,
    'section', p.section, 'text', p.text, 'page', p.page, 'notes', p.notes,
    'recommendations', coalesce((
      select json_agg(json_build_object('key', r.key, 'start', s.start, 'end', s."end", 'title', r.title,
        'kind', r.kind, 'status', r.status) order by s.start, s."end", r.id)
      from ${standingInParagraph('p.id')} s join recommendations r on r.id = s.id), '[]'))) as one
  from paragraphs p
  left join paragraphs pp on pp.id = p.parent_id
  where p.edition_id = $1 and p.ordinal between $2 and $3
  order by p.ordinal`

/** Returns the paragraphs of an edition from one ordinal to another. */
export async function readParagraphs(edition: string, from: number, to: number): Promise<Paragraph[]> {
  const values = [edition, from, to]
  const rows = await readNamed<{ one: Paragraph }>({ name: 'document-paragraphs', text: paragraphsSql, values })
  return rows.map(({ one }) => one)
}

export const paragraphCursors = cursors('document-paragraphs', z.tuple([z.int().min(0)]))

/** The size of the paragraphs of one answer, in bytes. */
const largest = 400_000

/** The number of paragraphs in one query. */
const atATime = 500

/** Returns the paragraphs of an edition after those that a cursor has read, as many as one answer takes. */
export async function fillParagraphs(edition: string, after?: string) {
  const [start] = paragraphCursors.read(after) ?? [0]
  const paragraphs: Paragraph[] = []
  let bytes = 0
  for (let read = start; ; read += atATime) {
    const rows = await readParagraphs(edition, read + 1, read + atATime)
    for (const row of rows) {
      bytes += Buffer.byteLength(JSON.stringify(row))
      if (bytes > largest && paragraphs.length > 0) {
        return { paragraphs, next: paragraphCursors.after([row.ordinal - 1]) }
      }
      paragraphs.push(row)
    }
    if (rows.length < atATime) return { paragraphs, next: null }
  }
}
