import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { cursors, moment } from '@/lib/platform/cursor'
import { db } from '@/lib/platform/db'
import type { Content } from '@/lib/platform/file-place'
import { openFile } from '@/lib/platform/file-store'
import { conflict, notFound, ok, type Result } from '@/lib/platform/result'
import type { WrittenFormat } from './child/written-formats'
import { readCode } from './code'
import { PublicationContent } from './content'
import { type Publication, publicationColumns, publicationShape } from './publication-shape'

export type PublicationList = { items: Publication[]; next: string | null }

const { read, page, schema } = cursors('publications', z.tuple([moment, z.uuid()]))

/** The schema of the place after which the list of reports continues. */
export const PublicationCursor = schema

type Wanted = { after?: string | undefined; limit?: number | undefined }

/** Returns a page of the reports, the newest first. Everyone signed in may read them all. */
export async function listPublications(_actor: Actor, { after, limit = 20 }: Wanted = {}): Promise<PublicationList> {
  const [at, id] = read(after) ?? []
  const rows = await db.publication.findMany({
    where:
      at !== undefined && id !== undefined
        ? { OR: [{ requestedAt: { lt: new Date(at) } }, { requestedAt: new Date(at), id: { lt: id } }] }
        : {},
    select: publicationColumns,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const found = page(
    rows.map((row): { row: typeof row; place: [string, string] } => ({
      row,
      place: [row.requestedAt.toISOString(), row.id],
    })),
    limit,
  )
  return { items: found.rows.map(({ row }) => publicationShape(row)), next: found.next }
}

/** Returns a report by its code. Refusal: `publication_not_found`. */
export async function findPublication(_actor: Actor, code: string): Promise<Result<Publication>> {
  const row = await db.publication.findUnique({ where: { code: readCode(code) ?? '' }, select: publicationColumns })
  return row ? ok(publicationShape(row)) : notFound('publication_not_found')
}

/**
 * Returns the content of a report and its canonical text. Refusals: `publication_not_found`, `publication_not_ready` until
 * it is made.
 */
export async function contentOf(
  _actor: Actor,
  code: string,
): Promise<Result<{ content: PublicationContent; text: string }>> {
  const row = await db.publication.findUnique({
    where: { code: readCode(code) ?? '' },
    select: { state: true, content: true },
  })
  if (!row) return notFound('publication_not_found')
  if (row.content === null) return conflict('publication_not_ready', { state: row.state })
  return ok({ content: PublicationContent.parse(JSON.parse(row.content)), text: row.content })
}

/**
 * Returns the content of a file that is set in the background. Refusals: `publication_not_found`,
 * `publication_file_not_ready` until it is set.
 */
export async function openWritten(_actor: Actor, code: string, format: WrittenFormat): Promise<Result<Content>> {
  const where = { publication: { code: readCode(code) ?? '' }, format }
  const row = await db.publicationFile.findFirst({ where, select: { state: true, storedAs: true } })
  if (!row)
    return (await db.publication.count({ where: where.publication })) > 0 ? notReady : notFound('publication_not_found')
  if (row.storedAs === null) return conflict('publication_file_not_ready', { state: row.state })
  const content = await openFile(row.storedAs)
  return content ? ok(content) : notFound('publication_not_found')
}

const notReady = conflict('publication_not_ready', null)
