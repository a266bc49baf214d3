import 'server-only'
import type { Change } from '@/lib/history/change'
import { findNamesakes } from '@/lib/organizations/find'
import { readIn, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { sql } from '@/lib/platform/sql'
import { codePoints } from '@/lib/reading/sentences'
import { storeDocument, storeParagraphs } from '@/lib/registration/store-document'
import { storePassages } from '@/lib/registration/store-passages'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import { freeCode, type RowDocument } from './find-documents'
import type { Made } from './made-row'
import type { ResolvedRow } from './resolve-duties'

/** A new recommendation: the first row that has it. Further rows only add assignments. */
type Fresh = ResolvedRow & { addressees: { words: string; organizationId?: string | undefined }[] }

/** Writes the recommendations of a batch that are not there yet, with their documents. `idOf` returns that of each row. */
export async function writeRecommendations(change: Change, rows: readonly ResolvedRow[]) {
  const { tx } = change
  const fresh = await freshOf(tx, rows)
  await holdThere(tx, rows)
  const ids = new Map<string, string>()
  for (const { target, same } of rows) if (target.at === 'there') ids.set(same, target.known.id)
  const made: Made[] = []
  for (const [document, inDocument] of byDocument(fresh)) {
    const stored = await writeInto(change, document, inDocument)
    if (stored.documentId) {
      made.push({ id: stored.documentId, row: inDocument[0]?.row ?? 0, kind: 'document', named: document.named })
    }
    for (const [place, one] of inDocument.entries()) {
      const id = stored.ids[place]
      if (id === undefined) throw new Error('A recommendation of a spreadsheet was not stored.')
      ids.set(one.same, id)
      made.push({ id, row: one.row, kind: 'recommendation', named: one.sourceName })
    }
  }
  const idOf = (same: string) => {
    const id = ids.get(same)
    if (id === undefined) throw new Error('A row of a spreadsheet has no recommendation.')
    return id
  }
  return { made, idOf }
}

async function freshOf(tx: Transaction, rows: readonly ResolvedRow[]): Promise<Fresh[]> {
  const first = new Map<string, ResolvedRow>()
  for (const row of rows) if (row.target.at !== 'there' && !first.has(row.same)) first.set(row.same, row)
  const words = [...new Set([...first.values()].flatMap(({ content }) => content.addressees))]
  const known = new Map(
    (await findNamesakes(tx, words)).map(({ name, organization }) => [
      name,
      organization && !organization.archived ? organization.id : undefined,
    ]),
  )
  return [...first.values()].map((row) => ({
    ...row,
    addressees: row.content.addressees.map((words) => ({ words, organizationId: known.get(words) })),
  }))
}

/** Returns the rows of each document, first those for paragraphs that are there. */
function byDocument(rows: readonly Fresh[]): [RowDocument, Fresh[]][] {
  const groups = new Map<string, [RowDocument, Fresh[]]>()
  for (const row of rows) {
    if (row.target.at === 'there') continue
    const { document } = row.target
    const name = `${row.target.at} ${document.found?.id ?? document.named}`
    const group = groups.get(name)
    if (group) group[1].push(row)
    else groups.set(name, [document, [row]])
  }
  return [...groups.values()]
}

async function writeInto(change: Change, document: RowDocument, rows: readonly Fresh[]) {
  const { found, details } = document
  if (found) await holdDocument(change.tx, found.id)
  if (found && rows[0]?.target.at === 'passage') {
    const passages = rows.flatMap(({ target, ...row }) =>
      target.at === 'passage' ? [{ ...target.passage, ...recommendationOf(row) }] : [],
    )
    return { ids: await storePassages(change, { id: found.id, code: found.code }, passages) }
  }
  const paragraphs = rows.map(({ content: { quote = '', label } }) => ({ label, text: quote }))
  const recommendations = rows.map((row, paragraph) => {
    return { paragraph, start: 0, end: codePoints(row.content.quote ?? ''), ...recommendationOf(row) }
  })
  if (found) {
    const further = { id: found.id, code: found.code, paragraphs, recommendations }
    return { ids: await storeParagraphs(change, further, { editionId: found.editionId, before: found.paragraphs }) }
  }
  const id = newId()
  const code = await freeCode(change.tx, details)
  const { symbol, body, date: dated } = details
  const title = details.title ?? symbol ?? code
  const stored = await storeDocument(change, { id, code, title, symbol, body, dated, paragraphs, recommendations })
  return { ids: stored.recommendationIds, documentId: id }
}

const recommendationOf = ({ content, addressees }: Pick<Fresh, 'content' | 'addressees'>) => ({
  title: content.title ?? suggestTitle(content.quote ?? ''),
  kind: content.kind,
  themes: content.themes,
  addressees,
})

/** Locks a document, so that it gets no other paragraphs and cannot be archived before the change ends. */
async function holdDocument(tx: Transaction, id: string) {
  const rows = await readIn<{ id: string }>(
    tx,
    'sheet-document-held',
    sql`select id from documents where id = ${id}::uuid and archived_at is null for update`,
  )
  if (rows.length === 0) throw new Error('A document was archived while a spreadsheet was imported into it.')
}

/** Locks recommendations that get assignments, so that they cannot be removed or closed before the change ends. */
async function holdThere(tx: Transaction, rows: readonly ResolvedRow[]) {
  const ids = rows.flatMap(({ target, duties }) => (target.at === 'there' && duties.length > 0 ? target.known.id : []))
  const wanted = new Set(ids)
  const held = await readIn<{ id: string }>(
    tx,
    'sheet-recommendations-held',
    sql`select id from recommendations where id = any(${[...wanted]}::uuid[]) and closure is null order by id for no key update`,
  )
  if (held.length < wanted.size)
    throw new Error('A recommendation was closed while a spreadsheet was imported into it.')
}
