import { sentenceAt } from '@/lib/documents/sentences'

export type Numbered = { label: string; ordinal: number; parent: Numbered | null }
type Place = Numbered & { text: string }

/**
 * Of a label, what a key says: "12 bis" is `12bis`, "(a)" is `a`, "1.10" is `1-10`, so that 1.1 and 11 differ; without a
 * label `p` and its place in the text.
 */
const labelInKey = ({ label, ordinal }: Numbered) =>
  label
    .toLowerCase()
    .replace(/(?<=\p{N})[.–](?=\p{N})/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}-]/gu, '') || `p${ordinal}`

/** The paragraph after all that it is part of: `17a`, `17ai`. */
const pathOf = (place: Numbered): string => (place.parent ? pathOf(place.parent) : '') + labelInKey(place)

const letters = 'bcdefghijklmnopqrstuvwxyz'

/**
 * The key of a recommendation that begins at `start`: code, paragraph (after its parent's), sentence; a further one from
 * the same sentence gets a letter. `taken` says which keys are given already. Given once, stored, never computed again.
 */
export function keyFor(code: string, place: Place, start: number, taken: (key: string) => boolean): string {
  const first = `${code}-${pathOf(place)}.${sentenceAt(place.text, start)}`
  if (!taken(first)) return first
  const letter = [...letters].find((letter) => !taken(first + letter))
  if (letter) return first + letter
  for (let number = 2; ; number++) if (!taken(`${first}z${number}`)) return `${first}z${number}`
}

type Paragraphs = readonly { label: string; text: string; parent?: number | undefined }[]

/**
 * The keys of a new document's recommendations, in the order given, which must be the order of the text. `paragraph` and
 * `parent` are places in the list of paragraphs, from 0.
 */
export function keysOf(
  code: string,
  paragraphs: Paragraphs,
  recommendations: readonly { paragraph: number; start: number }[],
): string[] {
  const given = new Set<string>()
  return recommendations.map(({ paragraph: place, start }) => {
    const text = paragraphs[place]?.text ?? ''
    const key = keyFor(code, { ...numbered(paragraphs, place), text }, start, (key) => given.has(key))
    given.add(key)
    return key
  })
}

/** A paragraph's number, and those of the paragraphs that it is part of. */
function numbered(paragraphs: Paragraphs, place: number): Numbered {
  const { label = '', parent } = paragraphs[place] ?? {}
  return { label, ordinal: place + 1, parent: parent === undefined ? null : numbered(paragraphs, parent) }
}

/** What a key says after its document's code: `17.2`. */
export const shortKey = (key: string, code: string) => key.slice(code.length + 1)
