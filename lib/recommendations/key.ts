import { type Span, sentenceAmong, sentenceAt, sentencesOf } from '@/lib/documents/sentences'

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

/** How long the labels of a paragraph and of all that it is part of may be, in bytes, since a key is made of them. */
export const longestPath = 2000

/** Whether a paragraph is part of so many others that no key can be made of it. */
export const isTooDeep = (place: Numbered) => Buffer.byteLength(pathOf(place)) > longestPath

const letters = 'bcdefghijklmnopqrstuvwxyz'

/**
 * The key of a recommendation that begins at `start`: code, paragraph (after its parent's), sentence; a further one from
 * the same sentence gets a letter. `taken` says which keys are given already. Given once, stored, never computed again.
 */
export function keyFor(code: string, place: Place, start: number, taken: (key: string) => boolean): string {
  const first = `${code}-${pathOf(place)}.${sentenceAt(place.text, start)}`
  for (let count = 0; ; count++) if (!taken(further(first, count))) return further(first, count)
}

/** The keys from one sentence: `17.2`, `17.2b` to `17.2z`, `17.2z2` and so on. */
function further(first: string, count: number) {
  if (count === 0) return first
  return first + (letters[count - 1] ?? `z${count - letters.length + 1}`)
}

type Paragraphs = readonly { label: string; text: string; parent?: number | undefined }[]

/**
 * The keys of a new document's recommendations, in the order given, which must be the order of the text. `paragraph` and
 * `parent` are places in the list of paragraphs, from 0. `taken` are keys that are given already, such as those of a
 * document whose code begins with this one's.
 */
export function keysOf(
  code: string,
  paragraphs: Paragraphs,
  recommendations: readonly { paragraph: number; start: number }[],
  taken: ReadonlySet<string> = new Set(),
): string[] {
  const given = new Set(taken)
  const counts = new Map<string, number>()
  const sentences = new Map<number, Span[]>()
  const paths = new Map<number, string>()
  return recommendations.map(({ paragraph: place, start }) => {
    const read = sentences.get(place) ?? sentencesOf(paragraphs[place]?.text ?? '')
    sentences.set(place, read)
    const path = paths.get(place) ?? pathOf(numbered(paragraphs, place))
    paths.set(place, path)
    const first = `${code}-${path}.${sentenceAmong(read, start)}`
    let count = counts.get(first) ?? 0
    while (given.has(further(first, count))) count++
    counts.set(first, count + 1)
    const key = further(first, count)
    given.add(key)
    return key
  })
}

/** A paragraph's number, and those of the paragraphs that it is part of. */
function numbered(paragraphs: Paragraphs, place: number): Numbered {
  const { label = '', parent } = paragraphs[place] ?? {}
  return { label, ordinal: place + 1, parent: parent === undefined ? null : numbered(paragraphs, parent) }
}
