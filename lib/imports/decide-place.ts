import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import type { Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { Version } from '@/lib/platform/version'
import { wholeNumber } from '@/lib/platform/whole-number'
import { spanFields, spanIn } from '@/lib/reading/find-span'
import { cut, withoutSpace } from '@/lib/reading/sentences'
import type { ImportPlace } from '@/prisma/generated/client'
import { PlaceState } from '@/prisma/generated/enums'
import { inReview } from './change-candidate'
import { type PlaceNow, placeNow } from './place-shape'
import { mayImport } from './policy'

const Decide = z.strictObject({
  importId: ExistingId,
  id: ExistingId,
  version: Version,
  /** `confirmed`: what is proposed. `gone`: its words are no longer in the text. `open`: takes a decision back. */
  decision: z.enum(['confirmed', 'gone', 'open'], 'place_decision_unknown').default('confirmed'),
  /** The ordinal of another paragraph than the proposed one, counted from 1. */
  paragraph: wholeNumber('paragraph_unreadable', 1).optional(),
  ...spanFields,
})

type Decide = z.output<typeof Decide>
type Place = Pick<ImportPlace, 'state' | 'paragraph' | 'start' | 'end' | 'quote'>

const gone: Place = { state: 'gone', paragraph: null, start: null, end: null, quote: null }

/**
 * Decides what becomes of a recommendation or an annotation in a new edition: what is proposed, other words, or that it
 * is gone. Returns the place. Refusals: `import_forbidden`, `import_not_found`, `import_not_in_review`,
 * `place_not_found`, `place_changed`, and what is wrong with the words.
 */
export async function decidePlace(actor: Actor, input: unknown): Promise<Result<PlaceNow>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Decide.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const asked = parsed.data

  return inReview(asked.importId, async (tx) => {
    const row = await tx.importPlace.findFirst({ where: { id: asked.id, importId: asked.importId } })
    if (!row) return notFound('place_not_found')
    const wanted = await wantedPlace(tx, row, asked)
    if (!wanted.ok) return wanted
    const { value: place } = wanted
    const decided = asked.decision !== 'open'
    if (isSame(row, place) && decided === (row.decidedAt !== null)) return unchanged(await placeNow(tx, row.id))

    const { count } = await tx.importPlace.updateMany({
      where: { id: row.id, version: asked.version },
      data: {
        ...place,
        decidedById: decided ? actor.id : null,
        decidedAt: decided ? now() : null,
        version: { increment: 1 },
      },
    })
    return count > 0 ? ok(await placeNow(tx, row.id)) : conflict('place_changed', await placeNow(tx, row.id))
  })
}

const isSame = (one: Place, other: Place) =>
  (['state', 'paragraph', 'start', 'end'] as const).every((field) => one[field] === other[field])

/** Returns the place that is asked for, or what is wrong with it. */
async function wantedPlace(tx: Transaction, row: ImportPlace, asked: Decide): Promise<Result<Place>> {
  const { decision, paragraph, start, end, words } = asked
  const named = [paragraph, start, end, words].some((value) => value !== undefined)
  if (named && decision !== 'confirmed') return invalidField('decision', 'place_words_unasked')
  if (decision === 'gone') return ok(gone)
  if (decision === 'open') return ok(await proposedPlace(tx, row))
  if (named) return placeAt(tx, row, asked)
  // Who confirms has seen the version that they send. If it has changed since, they have confirmed the proposal.
  return ok(row.version === asked.version ? row : await proposedPlace(tx, row))
}

const Proposed = z.object({
  state: z.enum(PlaceState),
  paragraph: z.int().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
})

/** Returns what was proposed for a place before anyone decided. */
async function proposedPlace(tx: Transaction, { importId, proposed }: ImportPlace): Promise<Place> {
  const { state, paragraph, start, end } = Proposed.parse(proposed)
  if (paragraph === null || start === null || end === null) return gone
  const { text } = await paragraphOf(tx, importId, paragraph)
  return { state, paragraph, start, end, quote: cut(text, { start, end }) }
}

const paragraphOf = (tx: Transaction, importId: string, ordinal: number) =>
  tx.importParagraph.findUniqueOrThrow({
    where: { importId_ordinal: { importId, ordinal } },
    select: { text: true, wasId: true },
  })

/** Returns the place of other words than the proposed ones. */
async function placeAt(tx: Transaction, row: ImportPlace, asked: Decide): Promise<Result<Place>> {
  const { importId } = row
  const ordinal = asked.paragraph ?? row.paragraph
  const there = ordinal !== null && (await tx.importParagraph.count({ where: { importId, ordinal } })) > 0
  if (ordinal === null || !there) return invalidField('paragraph', 'paragraph_unknown', { label: ordinal ?? '' })
  const { text, wasId } = await paragraphOf(tx, importId, ordinal)
  const { start, end } = asked
  const trimmed = start !== undefined && end !== undefined ? withoutSpace(text, { start, end }) : {}
  const span = spanIn(text, { ...asked, ...trimmed })
  if (!span.ok) return span
  const quote = cut(text, span)
  const stays = wasId === row.wasParagraphId
  const state = quote !== row.wasQuote ? 'changed' : stays ? 'unchanged' : 'moved'
  return ok({ state, paragraph: ordinal, start: span.start, end: span.end, quote })
}
