import 'server-only'
import { NIL } from 'uuid'
import { z } from 'zod'
import { readOutline } from '@/lib/documents/document-part'
import { findDocumentHead } from '@/lib/documents/queries'
import type { Actor } from '@/lib/domain/actor'
import { audiencesOf, mayReadRow } from '@/lib/domain/audience'
import { cursors } from '@/lib/platform/cursor'
import { readNamed } from '@/lib/platform/db'
import { origin } from '@/lib/platform/origin'
import { partsOf } from '@/lib/platform/split-rows'
import { iso } from '@/lib/platform/sql'
import type { Audience } from '@/prisma/generated/enums'
import { standingAnnotations } from './standing-annotations'

/*
 * The annotations of a document in the Web Annotation Data Model of W3C. A target is a span of a paragraph, which has an
 * address of its own. Both selectors select the same words. Offsets are in code points, as the model demands.
 */

export const webAnnotationCursors = cursors('web-annotations', z.tuple([z.uuid()]))

const context = 'http://www.w3.org/ns/anno.jsonld'

/** The most annotations of one page, and their largest size in bytes. */
const largest = { annotations: 100, bytes: 400_000 }

/** The number of code points before and after the words, by which a program can find them in another text. */
const around = 32

type Row = {
  id: string
  body: string
  audience: Audience
  author: { id: string; name: string }
  created: string
  modified?: string
  parent?: string
  ordinal: number
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

/** SQL: the annotations $2 and later of the edition $1 that the reader may read; $3 and $4: their audiences. */
const readable = `
  from paragraphs p
  join ${standingAnnotations} sn on sn.paragraph_id = p.id
  join annotations n on n.id = sn.id
  join recommendations r on r.id = n.recommendation_id
  join users u on u.id = n.author_id
  cross join lateral (
    select body, number, written_at, erased_at from annotation_revisions
    where annotation_id = n.id order by number desc limit 1) v
  cross join lateral (
    select coalesce(sn.start, sn.words_start, r.start) as start, coalesce(sn."end", sn.words_end, r."end") as "end") s
  where p.edition_id = $1 and n.withdrawn_at is null and v.erased_at is null and ${mayReadRow('n', '$2', '$3')}`

const pageSql = `
  select json_strip_nulls(json_build_object('id', n.id, 'body', v.body, 'audience', n.audience,
    'author', json_build_object('id', u.id, 'name', u.name),
    'created', ${iso('n.created_at')}, 'modified', case when v.number > 1 then ${iso('v.written_at')} end,
    'parent', n.parent_id, 'ordinal', p.ordinal, 'start', s.start, 'end', s."end",
    'exact', substr(p.text, s.start + 1, s."end" - s.start),
    'prefix', substr(p.text, greatest(s.start - ${around}, 0) + 1, least(s.start, ${around})),
    'suffix', substr(p.text, s."end" + 1, ${around}))) as one
  ${readable} and n.id > $4
  order by n.id
  limit $5`

const totalSql = `select count(*)::int as total ${readable}`

/**
 * Returns the annotations of a document that the actor may read as an `AnnotationCollection` with its first page, or
 * the page after a cursor. Withdrawn and erased ones are left out.
 */
export async function findWebAnnotations(actor: Actor, code: string, after?: string): Promise<object | undefined> {
  const found = await findDocumentHead(actor, code)
  if (!found) return undefined
  const { edition, one } = found
  const [id = NIL] = webAnnotationCursors.read(after) ?? []
  const page = await pageAfter(actor, { edition, code: one.code, id })
  if (after !== undefined) return { '@context': context, ...page }
  const values = [edition, ...audiencesOf(actor)]
  const rows = await readNamed<{ total: number }>({ name: 'web-annotations-total', text: totalSql, values })
  return {
    '@context': context,
    id: collectionOf(one.code),
    type: 'AnnotationCollection',
    label: one.title,
    total: rows[0]?.total ?? 0,
    first: page,
  }
}

const collectionOf = (code: string) => `${origin}/api/v1/documents/${code}/annotations`

const pageId = (code: string, id: string) => `${collectionOf(code)}?after=${webAnnotationCursors.after([id])}`

type Place = { edition: string; code: string; id: string }

async function pageAfter(actor: Actor, { edition, code, id }: Place) {
  const values = [edition, ...audiencesOf(actor), id, largest.annotations + 1]
  const rows = await readNamed<{ one: Row }>({ name: 'web-annotations', text: pageSql, values })
  const { anchors } = await readOutline(edition)
  const some = rows.slice(0, largest.annotations).map(({ one }) => one)
  const items = partsOf(some, largest.bytes, ({ body }) => Buffer.byteLength(body) + 1000)[0]?.rows ?? []
  const last = items.at(-1)
  return {
    id: pageId(code, id),
    type: 'AnnotationPage',
    partOf: collectionOf(code),
    ...(last && items.length < rows.length && { next: pageId(code, last.id) }),
    items: items.map((row) => webAnnotation(row, code, anchors[row.ordinal - 1] ?? `p${row.ordinal}`)),
  }
}

const iri = (id: string) => `urn:uuid:${id}`

const webAnnotation = (row: Row, code: string, anchor: string) => ({
  id: iri(row.id),
  type: 'Annotation',
  motivation: row.parent ? 'replying' : 'commenting',
  creator: { id: `${origin}/people/${row.author.id}`, type: 'Person', name: row.author.name },
  created: row.created,
  ...(row.modified && { modified: row.modified }),
  audience: { type: 'schema:Audience', 'schema:audienceType': row.audience },
  body: { type: 'TextualBody', value: row.body, format: 'text/markdown' },
  target: row.parent
    ? iri(row.parent)
    : {
        source: `${origin}/documents/${code}?${new URLSearchParams({ to: anchor })}#${encodeURIComponent(anchor)}`,
        selector: [
          { type: 'TextPositionSelector', start: row.start, end: row.end },
          { type: 'TextQuoteSelector', exact: row.exact, prefix: row.prefix, suffix: row.suffix },
        ],
      },
})
