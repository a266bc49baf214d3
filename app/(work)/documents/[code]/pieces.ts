import type { Paragraph, Placed } from '@/lib/documents/paragraphs'
import { type Span, sentencesOf } from '@/lib/reading/sentences'
import { textSegmentsIn } from '@/lib/register/text-segments'

/** A sentence of a paragraph, numbered from 1. */
export type Sentence = Span & { sentence: number }

/** Part of a paragraph: a recommendation, a sentence without any, or what stands between them. */
export type Piece = {
  start: number
  other?: Placed | Sentence
  /** Whether the recommendation begins here. */
  first: boolean
  parts: PiecePart[]
}

/**
 * Some of the text, and the marks of the notes of the source that stand after it. `noted` means that an annotation is
 * about it.
 */
export type PiecePart = { start: number; text: string; marks: string[]; noted: boolean }

export type Pieces = { pieces: Piece[] /** The numbers of the sentences that have no piece. */; within: number[] }

/**
 * Divides a paragraph into its recommendations and its other sentences. A sentence of which a recommendation has some
 * words is part of what stands between them.
 */
export function piecesOf({ text, recommendations, notes = [] }: Paragraph, noted: readonly Span[] = []): Pieces {
  const sentences = sentencesOf(text).map((span, place) => ({ ...span, sentence: place + 1 }))
  const free = sentences.filter(({ start, end }) => !recommendations.some((one) => one.start < end && start < one.end))
  let at = 0
  const pieces = textSegmentsIn<Placed | Sentence>(text, [...recommendations, ...free]).map((segment) => {
    const start = at
    const characters = [...segment.text]
    at += characters.length
    return { ...segment, start, parts: partsOf(characters, { start, end: at }, notes, noted) }
  })
  const alone = new Set(free)
  return { pieces, within: sentences.filter((one) => !alone.has(one)).map(({ sentence }) => sentence) }
}

type Mark = { at: number; mark: string }

/** Cuts a piece after the places at which notes of the source have their marks, and where annotations begin and end. */
function partsOf(
  characters: readonly string[],
  { start, end }: Span,
  notes: readonly Mark[],
  noted: readonly Span[],
): PiecePart[] {
  const marksAt = (place: number) => notes.flatMap(({ at, mark }) => (at === place ? [mark] : []))
  const inside = (place: number) => start < place && place < end
  const edges = [...notes.map(({ at }) => at), ...noted.flatMap((span) => [span.start, span.end])].filter(inside)
  const ends = [...new Set([...edges, end])].sort((a, b) => a - b)
  const parts = ends.map((to, place) => {
    const from = ends[place - 1] ?? start
    return {
      start: from,
      text: characters.slice(from - start, to - start).join(''),
      marks: marksAt(to),
      noted: noted.some((span) => span.start <= from && to <= span.end),
    }
  })
  const first = start === 0 ? marksAt(0) : []
  return first.length > 0 ? [{ start: -1, text: '', marks: first, noted: false }, ...parts] : parts
}
