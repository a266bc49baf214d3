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

/** Some of the text, and the marks of the notes of the source that stand after it. */
export type PiecePart = { start: number; text: string; marks: string[] }

export type Pieces = { pieces: Piece[] /** The numbers of the sentences that have no piece. */; within: number[] }

/**
 * Divides a paragraph into its recommendations and its other sentences. A sentence of which a recommendation has some
 * words is part of what stands between them.
 */
export function piecesOf({ text, recommendations, notes = [] }: Paragraph): Pieces {
  const sentences = sentencesOf(text).map((span, place) => ({ ...span, sentence: place + 1 }))
  const free = sentences.filter(({ start, end }) => !recommendations.some((one) => one.start < end && start < one.end))
  let at = 0
  const pieces = textSegmentsIn<Placed | Sentence>(text, [...recommendations, ...free]).map((segment) => {
    const start = at
    const characters = [...segment.text]
    at += characters.length
    const inside = notes.filter((note) => (start < note.at || start === 0) && note.at <= at)
    return { ...segment, start, parts: partsOf(characters, start, inside) }
  })
  const alone = new Set(free)
  return { pieces, within: sentences.filter((one) => !alone.has(one)).map(({ sentence }) => sentence) }
}

/** Cuts a piece after the places at which notes have their marks, which are in the order of the text. */
function partsOf(characters: readonly string[], start: number, notes: readonly { at: number; mark: string }[]) {
  const parts: PiecePart[] = []
  let from = 0
  for (const { at, mark } of notes) {
    const end = at - start
    const last = parts.at(-1)
    if (end === from && last) last.marks.push(mark)
    else parts.push({ start: start + from, text: characters.slice(from, end).join(''), marks: [mark] })
    from = end
  }
  if (from < characters.length) parts.push({ start: start + from, text: characters.slice(from).join(''), marks: [] })
  return parts
}
