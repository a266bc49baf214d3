import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { readNamed } from '@/lib/platform/db'
import { KnownName } from '@/lib/platform/text'
import { type Outline, type OutlineRow, outlineOf, type TextPart } from './outline'
import { readParagraphs } from './paragraphs'
import { type Document, findDocumentHead } from './queries'

/** A document with one part of its text. */
export type DocumentPart = Omit<Document, 'next'> & { editionId: string; outline: Outline; open: TextPart }

/** Which part to open. The first of these that is known counts. */
export type PartWanted = {
  /** The ordinal of a paragraph. */
  ordinal?: number | undefined
  /** The anchor of a paragraph or of a sentence: `17`, `17.2`. */
  to?: string | undefined
  /** The number of the part, counted from 1. */
  part?: number | undefined
  /** The number of the edition, by default the current one. */
  edition?: number | undefined
}

/** SQL: the paragraphs of the edition $1, in the order of the text, without their texts. */
const outlineSql = `
  select p.ordinal, p.label, pp.ordinal as "parentOrdinal", p.section, p.heading, octet_length(p.text) as bytes
  from paragraphs p
  left join paragraphs pp on pp.id = p.parent_id
  where p.edition_id = $1
  order by p.ordinal`

/** Returns the outline of an edition. */
export async function readOutline(edition: string): Promise<Outline> {
  const rows = await readNamed<OutlineRow>({ name: 'document-outline', text: outlineSql, values: [edition] })
  return outlineOf(rows)
}

/** Returns the document with a code, in any case, with the part of its text that is wanted, or else the first. */
export async function findDocumentPart(
  actor: Actor,
  code: string,
  wanted: PartWanted = {},
): Promise<DocumentPart | undefined> {
  const found = await findDocumentHead(actor, code, wanted.edition)
  if (!found) return undefined
  const { one, edition: editionId } = found
  const outline = await readOutline(editionId)
  const ordinal = wanted.ordinal ?? (await ordinalAt(editionId, one.code, outline, wanted.to))
  const open = outline.parts.find(({ part, from, to }) =>
    ordinal === undefined ? part === wanted.part : from <= ordinal && ordinal <= to,
  ) ??
    outline.parts[0] ?? { part: 1, from: 1, to: 0 }
  return { ...one, editionId, outline, open, paragraphs: await readParagraphs(editionId, open.from, open.to) }
}

/** SQL: the ordinal of the paragraph of the edition $1 with the recommendation of the key $2. */
const ordinalOfKeySql = `
  select p.ordinal from recommendations r
  join paragraphs p on p.id = r.paragraph_id or p.id in (select paragraph_id from places where recommendation_id = r.id)
  where p.edition_id = $1 and r.key = $2`

/** Returns the ordinal of the paragraph with an anchor, with a recommendation of this key, or with a sentence. */
async function ordinalAt(edition: string, code: string, { anchors }: Outline, to: string | undefined) {
  if (to === undefined) return undefined
  const wanted = KnownName.parse(to).toLowerCase()
  const paragraph = anchors.indexOf(wanted) + 1
  if (paragraph > 0) return paragraph
  const old = /^p(\d{1,5})$/.exec(wanted)
  if (old) return Number(old[1])
  const values = [edition, `${code}-${wanted}`]
  const rows = await readNamed<{ ordinal: number }>({ name: 'document-of-key', text: ordinalOfKeySql, values })
  return rows[0]?.ordinal ?? (anchors.indexOf(wanted.replace(/\.[^.]*$/, '')) + 1 || undefined)
}
