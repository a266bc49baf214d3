import { z } from 'zod'
import { mapInTurns } from '@/lib/platform/take-turns'
import { cutter, sentencesOf } from '@/lib/reading/sentences'
import { suggestTitle } from '@/lib/suggestions/suggest-details'
import { Kind } from '@/prisma/generated/enums'
import type { Candidate, Reading } from './reading'

/** A sentence that its author selected in a draft, before the text was read. */
const Selected = z.object({
  /** The place of its paragraph, counted from 0. */
  place: z.int(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  title: z.string(),
  kind: z.enum(Kind),
})

export type Selected = z.output<typeof Selected>

export const selectedIn = (selected: unknown) => z.array(Selected).nullable().parse(selected) ?? []

type Paragraphs = Reading['paragraphs']

/**
 * Returns the candidates of a text with those that its author selected, which are accepted, and the selected sentences
 * that are not in the text.
 */
export async function withSelected(found: readonly Candidate[], paragraphs: Paragraphs, selected: readonly Selected[]) {
  if (selected.length === 0) return { candidates: found, missing: [] }
  const at = ({ paragraph, start, end }: Pick<Candidate, 'paragraph' | 'start' | 'end'>) =>
    `${paragraph} ${start} ${end}`
  const all = new Map(found.map((candidate) => [at(candidate), candidate]))
  const missing: Selected[] = []
  for (const { one, span } of await placesOf(selected, paragraphs)) {
    if (!span) missing.push(one)
    else all.set(at(span), { ...newCandidate, ...all.get(at(span)), ...span, ...detailsOf(one), selected: true })
  }
  return { candidates: [...all.values()], missing }
}

const newCandidate = { confidence: null, reasons: [], addressees: [], themes: [] }

const detailsOf = ({ quote, title, kind }: Selected) => {
  return { quote, kind, title: title.trim() === '' ? suggestTitle(quote) : title }
}

type Place = Pick<Candidate, 'paragraph' | 'start' | 'end'>

/** Finds each selected sentence where it was, or else a sentence with the same words. */
async function placesOf(selected: readonly Selected[], paragraphs: Paragraphs) {
  const cutters = new Map<number, ReturnType<typeof cutter>>()
  const placed = await mapInTurns(selected, (one) => {
    const { place: paragraph, start, end, quote } = one
    const cut = cutters.get(paragraph) ?? cutter(paragraphs[paragraph]?.text ?? '')
    cutters.set(paragraph, cut)
    const span: Place | undefined = cut({ start, end }) === quote ? { paragraph, start, end } : undefined
    return { one, span }
  })
  const moved = placed.flatMap(({ one, span }) => (span ? [] : [one.quote]))
  if (moved.length === 0) return placed
  const elsewhere = await sentencesCalled(new Set(moved), paragraphs)
  return placed.map(({ one, span }) => ({ one, span: span ?? elsewhere.get(one.quote)?.shift() }))
}

/** Returns the places of the sentences with these words. */
async function sentencesCalled(words: ReadonlySet<string>, paragraphs: Paragraphs) {
  const places = new Map<string, Place[]>()
  await mapInTurns(paragraphs, ({ text }, paragraph) => {
    const cut = cutter(text)
    for (const span of sentencesOf(text)) {
      const quote = cut(span)
      if (!words.has(quote)) continue
      const alike = places.get(quote) ?? []
      alike.push({ paragraph, ...span })
      places.set(quote, alike)
    }
  })
  return places
}
