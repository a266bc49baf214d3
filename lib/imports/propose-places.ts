import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { partsOf } from '@/lib/platform/split-rows'
import { mapInTurns } from '@/lib/platform/take-turns'
import { type FoundPlace, placeFinder } from '@/lib/reading/find-place'
import type { Comparable } from '@/lib/reading/match-paragraphs'
import type { BaseParagraph, Standing } from './base-edition'

/** Two texts. `became` are the places of the paragraphs in the text before, by those in the new text. */
export type Compared = {
  before: readonly BaseParagraph[]
  after: readonly Comparable[]
  became: readonly (number | undefined)[]
}

/** Returns what is proposed for recommendations and annotations in a new text. */
export function proposePlaces({ before, after, became }: Compared, standing: readonly Standing[]) {
  const placeOf = new Map(before.map(({ id }, place) => [id, place]))
  const find = placeFinder(before, after, became)
  return mapInTurns(standing, ({ paragraphId, ordinal, start, end, quote, ...about }) => {
    const paragraph = placeOf.get(paragraphId)
    const { path = '' } = before[paragraph ?? -1] ?? {}
    const was = { wasParagraphId: paragraphId, wasOrdinal: ordinal, wasStart: start, wasEnd: end, wasQuote: quote }
    return { id: newId(), ...about, ...was, ...stored(find({ paragraph, path, start, end, quote })) }
  })
}

export type ProposedPlace = Awaited<ReturnType<typeof proposePlaces>>[number]

/** Paragraphs of imports are counted from 1. */
function stored(found: FoundPlace) {
  if (found.state === 'gone') return { state: found.state, paragraph: null, start: null, end: null, quote: null }
  const { state, paragraph, start, end, quote } = found
  return { state, paragraph: paragraph + 1, start, end, quote }
}

/** The number of rows in one statement. */
const atATime = 500

/** Returns the statements that store proposed places, each for a part of them. */
export const insertPlaces = (importId: string, all: readonly ProposedPlace[]) =>
  partsOf(all, atATime).map(
    ({ rows }) =>
      (tx: Transaction) =>
        tx.$executeRaw`
  insert into import_places (id, import_id, recommendation_id, annotation_id, was_paragraph_id, was_ordinal, was_start,
    was_end, was_quote, state, paragraph, start, "end", quote, proposed)
  select id, ${importId}::uuid, "recommendationId", "annotationId", "wasParagraphId", "wasOrdinal", "wasStart",
    "wasEnd", "wasQuote", state, paragraph, start, "end", quote,
    jsonb_build_object('state', state, 'paragraph', paragraph, 'start', start, 'end', "end")
  from json_to_recordset(${JSON.stringify(rows)}::json)
    as row (id uuid, "recommendationId" uuid, "annotationId" uuid, "wasParagraphId" uuid, "wasOrdinal" int,
      "wasStart" int, "wasEnd" int, "wasQuote" text, state place_state, paragraph int, start int, "end" int, quote text)
  on conflict do nothing`,
  )
