import 'server-only'
import { refusesParagraphs } from '@/lib/formats/paragraph-limits'
import { now } from '@/lib/platform/clock'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { partsOf } from '@/lib/platform/split-rows'
import { mapInTurns } from '@/lib/platform/take-turns'
import { isKeepable, nameText, shortened } from '@/lib/platform/text'
import type { ReadParagraph } from '@/lib/reading/read-blocks'
import type { Removed } from '@/lib/reading/removed'
import { mostRecommendations } from '@/lib/registration/new-document'
import { candidatesInNewText, compareWithEdition } from './compare-edition'
import { foundDetails } from './found-details'
import { insertPlaces } from './propose-places'
import type { Candidate, Reading, Unread } from './reading'
import { partsToOpen } from './review-parts'
import { type Selected, selectedIn, withSelected } from './selected-sentences'
import { suggestCandidates } from './suggest-candidates'
import { failImport, holdTaken, type Taken } from './take-import'
import { undecided } from './undecided'

type Options = { signal: AbortSignal; onProgress: (share: number) => void }

/** Stores what was read of an import in batches, finds candidates in it, and leaves it to review. */
export async function storeReading(taken: Taken, reading: Reading, { signal, onProgress }: Options) {
  const wrong = refuses(reading)
  if (wrong) {
    await failImport(taken, wrong)
    return
  }

  const comparison = taken.editionOfId ? await compareWithEdition(taken.editionOfId, reading.paragraphs) : undefined
  const suggested = await suggestCandidates(reading)
  const inNewText = comparison ? candidatesInNewText(suggested, comparison) : suggested
  const { candidates: found, missing } = await withSelected(inNewText, reading.paragraphs, selectedIn(taken.selected))
  const candidates = mostConfident(found)
  onProgress(0.7)
  await db.$transaction(async (tx) => {
    await holdTaken(tx, taken)
    await tx.importPlace.deleteMany({ where: { importId: taken.id } })
    await tx.importParagraph.deleteMany({ where: { importId: taken.id } })
    await tx.importRemoved.deleteMany({ where: { importId: taken.id } })
  })
  const batches = [
    ...batchesOf(
      await paragraphRows(reading.paragraphs, candidates, comparison?.wasIds),
      ({ text }) => text.length,
    ).map(({ rows }) => insertParagraphs(taken, rows)),
    ...batchesOf(removedRows(reading.removed), ({ text }) => text.length).map(({ rows }) => insertRemoved(taken, rows)),
    ...batchesOf(await candidateRows(taken, candidates), ({ quote }) => quote.length).map(({ rows }) =>
      insertCandidates(taken, rows),
    ),
    ...insertPlaces(taken.id, comparison?.places ?? []),
  ]
  for (const [place, insert] of batches.entries()) {
    signal.throwIfAborted()
    await db.$transaction(async (tx) => {
      await holdTaken(tx, taken)
      await insert(tx)
    })
    onProgress(0.7 + (0.3 * (place + 1)) / batches.length)
  }
  const rest = { leftOut: found.length - candidates.length, missing, basedOnId: comparison?.basedOnId ?? null }
  await finish(taken, reading, rest)
}

/** The most rows and, roughly, characters in one statement, which takes a fraction of a second. */
const atATime = { rows: 500, characters: 500_000 }

const batchesOf = <Row>(rows: readonly Row[], charactersOf: (row: Row) => number) =>
  partsOf(rows, 1, (row) => 1 / atATime.rows + charactersOf(row) / atATime.characters)

function refuses({ paragraphs }: Reading): Unread | undefined {
  const refusal = refusesParagraphs(paragraphs)
  if (refusal) return { ok: false, code: refusal.code, params: refusal.params }
  if (paragraphs.every(({ text }) => isKeepable(text))) return undefined
  return { ok: false, code: 'import_unreadable', params: {} }
}

const Label = nameText('field_unreadable', 40)
const Heading = nameText('field_unreadable', 300)

/** Returns a heading as a document takes it, or null if nothing of it can be read. */
const heading = (text: string | undefined) =>
  (text !== undefined && Heading.safeParse(shortened(text, 299)).data) || null

const paragraphRows = (
  paragraphs: readonly ReadParagraph[],
  candidates: readonly Candidate[],
  wasIds: readonly (string | undefined)[] = [],
) => {
  const counts = new Map<number, number>()
  for (const { paragraph } of candidates) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  const parts = partsToOpen(paragraphs, counts)
  return mapInTurns(paragraphs, ({ label, text, parent, page, notes, unsure, ...above }, place) => ({
    ordinal: place + 1,
    part: parts[place] ?? 1,
    label: Label.safeParse(label).data ?? '',
    parent: parent === undefined ? null : parent + 1,
    heading: heading(above.heading),
    section: heading(above.section),
    text,
    page: page ?? null,
    notes: notes?.length ? notes : null,
    unsure: unsure?.length ? unsure : null,
    wasId: wasIds[place] ?? null,
  }))
}

type ParagraphRow = Awaited<ReturnType<typeof paragraphRows>>[number]

const insertParagraphs = (taken: Taken, rows: ParagraphRow[]) => (tx: Transaction) =>
  tx.$executeRaw`
  insert into import_paragraphs (import_id, ordinal, part, label, parent, heading, section, text, page, notes, unsure,
    was_id)
  select ${taken.id}::uuid, ordinal, part, label, parent, heading, section, text, page, notes, unsure, "wasId"
  from json_to_recordset(${JSON.stringify(rows)}::json)
    as row (ordinal int, part int, label text, parent int, heading text, section text, text text, page int,
      notes jsonb, unsure jsonb, "wasId" uuid)`

const removedRows = (removed: readonly Removed[]) =>
  removed
    .filter(({ text }) => text !== '')
    .map(({ text, why, page = null }, place) => ({ ordinal: place + 1, text: kept(text), why, page }))

/** Returns a text that the database can store. Nothing of it becomes a quote. */
const kept = (text: string) => (isKeepable(text) ? text : text.replace(/[\0\p{Cs}]/gu, '\uFFFD'))

const insertRemoved = (taken: Taken, rows: ReturnType<typeof removedRows>) => (tx: Transaction) =>
  tx.$executeRaw`
  insert into import_removed (import_id, ordinal, text, why, page)
  select ${taken.id}::uuid, ordinal, text, why, page
  from json_to_recordset(${JSON.stringify(rows)}::json) as row (ordinal int, text text, why text, page int)`

const candidateRows = ({ authorId }: Taken, candidates: readonly Candidate[]) =>
  mapInTurns(candidates, ({ paragraph, title, dueOn = null, selected = false, ...candidate }) => ({
    ...candidate,
    id: newId(),
    paragraph: paragraph + 1,
    title: nameText('title_missing', 300).safeParse(shortened(title, 299)).data ?? '…',
    dueOn,
    decision: selected ? 'accepted' : undecided(candidate.confidence),
    decidedById: selected ? authorId : null,
    decidedAt: selected ? now() : null,
  }))

/** Returns as many candidates as one document takes, without those with the least confidence. */
function mostConfident(candidates: readonly Candidate[]) {
  if (candidates.length <= mostRecommendations) return candidates
  const kept = new Set([...candidates].sort((a, b) => rankOf(b) - rankOf(a)).slice(0, mostRecommendations))
  return candidates.filter((candidate) => kept.has(candidate))
}

/** What a person selected comes first. */
const rankOf = ({ selected, confidence }: Candidate) => (selected ? 2 : (confidence ?? 0))

const insertCandidates = (taken: Taken, rows: Awaited<ReturnType<typeof candidateRows>>) => (tx: Transaction) =>
  tx.$executeRaw`
  insert into import_candidates (id, import_id, paragraph, start, "end", quote, kind, title, confidence, reasons,
    addressees, themes, due_on, owner, priority, grade, decision, decided_by_id, decided_at)
  select id, ${taken.id}::uuid, paragraph, start, "end", quote, kind, title, confidence, reasons, addressees,
    array(select json_array_elements_text(themes)), "dueOn", owner, priority, grade, decision,
    "decidedById", "decidedAt"
  from json_to_recordset(${JSON.stringify(rows)}::json)
    as row (id uuid, paragraph int, start int, "end" int, quote text, kind kind, title text, confidence real,
      reasons jsonb, addressees jsonb, themes json, "dueOn" date, owner text, priority text, grade text,
      decision candidate_decision, "decidedById" uuid, "decidedAt" timestamptz)
  on conflict do nothing`

/** Leaves an import to review. What people have typed of its details counts more than what the file says. */
type Rest = { leftOut: number; missing: Selected[]; basedOnId: string | null }

async function finish(taken: Taken, reading: Reading, { leftOut, missing, basedOnId }: Rest) {
  const { format } = reading
  const found = JSON.stringify(foundDetails(taken.name, reading))
  await db.$transaction(async (tx) => {
    await holdTaken(tx, taken)
    await tx.$executeRaw`
      update imports set state = 'review', progress = 1, format = ${format}, details = ${found}::jsonb || details || jsonb_build_object('found', ${found}::jsonb),
        left_out = ${leftOut}, selected = nullif(${JSON.stringify(missing)}::jsonb, '[]'), based_on_id = ${basedOnId}::uuid,
        read_at = ${now()}, version = version + 1
      where id = ${taken.id}::uuid`
  })
}
