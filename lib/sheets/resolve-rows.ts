import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { Transaction } from '@/lib/platform/db'
import { dateInWords } from '@/lib/platform/i18n'
import { mostRecommendations } from '@/lib/registration/new-document'
import type { SheetField } from './fields'
import { detailsOf, findDocuments, nameOf, type RowDocument } from './find-documents'
import { findEarlier, quoteKey } from './find-earlier'
import {
  findAnchored,
  findByKey,
  findBySource,
  findWhole,
  type Known,
  type Passage,
  passageKey,
  passagesIn,
  plain,
  wholeKey,
} from './find-quotes'
import type { CellError, RowContent } from './row-content'
import type { Options } from './sheet-shape'

/** A row that was read, with what is wrong with its cells. */
export type ReadRow = { row: number; content: RowContent; errors: CellError[] }

/** Where the recommendation of a row is, or where it will be: in a paragraph that is there, or in one of its own. */
export type Target =
  | { at: 'there'; known: Known }
  | { at: 'passage'; document: RowDocument; passage: Passage }
  | { at: 'end'; document: RowDocument }

/** A row with the place of its recommendation. `same` is equal for rows of one recommendation. */
export type PlacedRow = ReadRow & { target: Target; same: string; sourceName: string | null }

/** What a batch is looked up for. */
export type Scope = { tx: Transaction; sheetId: string; actor: Actor; options: Options; today: string }

/** Finds the places of the recommendations of a batch of rows. Rows with errors get them added, and no place. */
export async function placeRows(
  scope: Scope,
  rows: readonly ReadRow[],
): Promise<{ placed: PlacedRow[]; wrong: ReadRow[] }> {
  const placed = await withKnown(scope, await targetsOf(scope, rows))
  const wrong: ReadRow[] = []
  const good: PlacedRow[] = []
  for (const row of rows) {
    const target = placed.get(row)
    const errors = [...row.errors, ...(target && 'code' in target ? [target] : []), ...future(row.content, scope.today)]
    if (!target || 'code' in target || errors.length > 0) wrong.push({ ...row, errors })
    else {
      const sourceName = sourceNameOf(row.content, scope.options)
      good.push({ ...row, target, same: sameOf(target, row.content), sourceName })
    }
  }
  return { placed: good, wrong }
}

type Targets = Map<ReadRow, Target | CellError | undefined>

/** Finds for each row its recommendation, or the place where it will be, or why there is none. */
async function targetsOf(scope: Scope, rows: readonly ReadRow[]): Promise<Targets> {
  const { tx, sheetId, options } = scope
  const known = await findKnown(scope, rows)
  const unknown = rows.filter((row) => !known.has(row))
  const details = unknown.map(({ content }) => detailsOf(content.document, options))
  const documents = await findDocuments(tx, sheetId, [...details, ...details.map(apart)])
  const find = passagesIn(tx)
  const targets: Targets = new Map()
  for (const row of rows) targets.set(row, await targetOf(row))
  await findMissing()
  return targets

  async function targetOf(row: ReadRow): Promise<Target | CellError | undefined> {
    const there = known.get(row)
    if (there) return quotedBy(there, row.content)
    const { quote, key, label } = row.content
    if (quote === undefined) {
      return key === undefined ? undefined : { field: 'key', code: 'sheet_key_unknown', params: { key } }
    }
    const document = documentOf(detailsOf(row.content.document, options))
    if (document.named === '') return unnamed(row)
    if (!document.found || document.found.open) return { at: 'end', document }
    const passage = await find(document.found.editionId, quote, label)
    if (!('code' in passage)) return { at: 'passage', document, passage }
    return { field: 'quote', code: passage.code, params: { document: document.found.code } }
  }

  /** Finds what is not in a current edition: what an earlier one has, and quotes that may stand apart. */
  async function findMissing() {
    const missing = rows.flatMap((row) => {
      const target = targets.get(row)
      if (!target || !('code' in target) || target.code !== 'sheet_quote_not_found') return []
      const named = detailsOf(row.content.document, options)
      const { found } = documentOf(named)
      return found ? [{ row, named, documentId: found.id, quote: row.content.quote ?? '', found }] : []
    })
    const earlier = await findEarlier(tx, missing)
    for (const { row, named, found, ...one } of missing) {
      const there = earlier.get(quoteKey(one))
      if (there?.known) targets.set(row, { at: 'there', known: there.known })
      else if (options.apart) targets.set(row, { at: 'end', document: documentOf(apart(named)) })
      else if (there)
        targets.set(row, { field: 'quote', code: 'sheet_quote_earlier', params: { document: found.code } })
    }
  }

  function documentOf(details: RowContent['document']): RowDocument {
    return { named: nameOf(details), details, found: documents.get(nameOf(details)) }
  }
}

/** Returns that a row names no document, unless what it calls it is wrong. */
const unnamed = ({ errors }: ReadRow): CellError | undefined =>
  errors.some(({ field }) => documentFields.has(field))
    ? undefined
    : { field: 'symbol', code: 'sheet_document_missing', params: {} }

const documentFields = new Set<SheetField>(['document', 'symbol', 'documentTitle'])

/** Returns the recommendation that a row names, or what is wrong if the row has the text of another one beside its key. */
const quotedBy = (known: Known, { quote, key = '' }: RowContent): Target | CellError =>
  known.quotes && quote !== undefined && !known.quotes.includes(plain(quote))
    ? { field: 'quote', code: 'sheet_quote_of_other', params: { key } }
    : { at: 'there', known }

/** The document of its own that a quote gets if it is not in the one that its row names. */
const apart = ({ symbol: _symbol, code, title, ...rest }: RowContent['document']): RowContent['document'] => {
  const called = title ?? _symbol ?? code ?? ''
  return { ...rest, title: `${called} *` }
}

const future = ({ asOf }: RowContent, today: string): CellError[] =>
  asOf !== undefined && asOf > today
    ? [{ field: 'asOf', code: 'as_of_in_future', params: { today: dateInWords(today) } }]
    : []

/** Returns the recommendations that rows name by their key, or by a key of their source that an earlier row had. */
async function findKnown({ tx, options }: Scope, rows: readonly ReadRow[]): Promise<Map<ReadRow, Known>> {
  const byKey = await findByKey(tx, [...new Set(rows.flatMap(({ content }) => content.key ?? []))])
  const names = rows.flatMap(({ content }) => sourceNameOf(content, options) ?? [])
  const bySource = await findBySource(tx, [...new Set(names)])
  const known = new Map<ReadRow, Known>()
  for (const row of rows) {
    const one = byKey.get(row.content.key ?? '') ?? bySource.get(sourceNameOf(row.content, options) ?? '')
    if (one) known.set(row, one)
  }
  return known
}

/** Returns the name under which the recommendation of a row is found again, by the key of its source. */
function sourceNameOf({ sourceKey, document }: RowContent, options: Options): string | null {
  return sourceKey === undefined ? null : `${nameOf(detailsOf(document, options))}\n${sourceKey}`
}

/** Replaces the places in which there is a recommendation already, and refuses documents that are full. */
async function withKnown({ tx }: Scope, targets: Targets) {
  const wholes = new Map<ReadRow, { editionId: string; quote: string; label: string }>()
  const passages: Passage[] = []
  for (const [row, target] of targets) {
    if (!target || 'code' in target) continue
    if (target.at === 'passage') passages.push(target.passage)
    const { quote = '', label } = row.content
    if (target.at === 'end' && target.document.found) {
      wholes.set(row, { editionId: target.document.found.editionId, quote, label })
    }
  }
  const whole = await findWhole(tx, [...wholes.values()])
  const anchored = await findAnchored(tx, passages)
  const added = new Map<string, number>()
  const knownAt = (row: ReadRow, target: Target) => {
    const own = wholes.get(row)
    if (own) return whole.get(wholeKey(own))
    return target.at === 'passage' ? anchored.get(passageKey(target.passage)) : undefined
  }
  const placed: Targets = new Map()
  for (const [row, target] of targets) {
    const known = target && !('code' in target) ? knownAt(row, target) : undefined
    if (known) placed.set(row, { at: 'there', known })
    else if (target && 'at' in target && target.at === 'end') placed.set(row, whileThereIsRoom(target))
    else placed.set(row, target)
  }
  return placed

  function whileThereIsRoom(target: Target & { at: 'end' }): Target | CellError {
    const { named, found } = target.document
    const count = (added.get(named) ?? found?.paragraphs ?? 0) + 1
    added.set(named, count)
    if (count <= mostRecommendations) return target
    return { field: 'quote', code: 'sheet_document_full', params: { maximum: mostRecommendations } }
  }
}

function sameOf(target: Target, { quote = '', label }: RowContent): string {
  if (target.at === 'there') return target.known.id
  if (target.at === 'passage') return passageKey(target.passage)
  return JSON.stringify([target.document.named, label, quote])
}
