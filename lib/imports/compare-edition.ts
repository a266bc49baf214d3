import 'server-only'
import { currentEditionOf } from '@/lib/documents/editions'
import { db } from '@/lib/platform/db'
import { type Comparable, matchParagraphs } from '@/lib/reading/match-paragraphs'
import type { ReadParagraph } from '@/lib/reading/read-blocks'
import { paragraphsOfEdition, pathsOfLabels, standingIn } from './base-edition'
import { type ProposedPlace, proposePlaces } from './propose-places'
import type { Candidate } from './reading'

/** How a new text compares with the current edition of its document. */
export type Comparison = {
  basedOnId: string
  /** The ID of the paragraph that became each paragraph of the new text. */
  wasIds: (string | undefined)[]
  /** Whether each paragraph of the new text has the same words as before. */
  same: boolean[]
  places: ProposedPlace[]
}

/** Compares the paragraphs of a new text with the current edition of a document. */
export async function compareWithEdition(
  documentId: string,
  paragraphs: readonly ReadParagraph[],
): Promise<Comparison> {
  const basedOnId = await currentEditionOf(db, documentId)
  const before = await paragraphsOfEdition(db, basedOnId)
  const after = comparable(paragraphs)
  const became = await matchParagraphs(before, after)
  const standing = await standingIn(db, { id: basedOnId, documentId })
  const places = await proposePlaces({ before, after, became }, standing)
  const was = became.map((place) => (place === undefined ? undefined : before[place]))
  return {
    basedOnId,
    wasIds: was.map((one) => one?.id),
    same: was.map((one, place) => one?.text === after[place]?.text),
    places,
  }
}

export function comparable(
  paragraphs: readonly { label: string; text: string; parent?: number | undefined }[],
): Comparable[] {
  const paths = pathsOfLabels(paragraphs)
  return paragraphs.map(({ text }, place) => ({ text, path: paths[place] ?? '' }))
}

/** Returns the candidates in paragraphs that are new or changed, without those in which a recommendation stands. */
export function candidatesInNewText(candidates: readonly Candidate[], { same, places }: Comparison): Candidate[] {
  const taken = new Map<number, { start: number; end: number }[]>()
  for (const { recommendationId, paragraph, start, end } of places) {
    if (recommendationId === null || paragraph === null || start === null || end === null) continue
    taken.set(paragraph - 1, [...(taken.get(paragraph - 1) ?? []), { start, end }])
  }
  return candidates.filter(({ paragraph, start, end }) => {
    if (same[paragraph]) return false
    return !taken.get(paragraph)?.some((one) => one.start < end && start < one.end)
  })
}
