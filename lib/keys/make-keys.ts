import { type Numbered, pathOf, pathsOf } from '@/lib/reading/paragraph-paths'
import { type Span, sentenceAmong, sentenceAt, sentencesOf } from '@/lib/reading/sentences'

type Place = Numbered & { text: string }

/** The largest length of this part of a key, in bytes. */
export const longestPath = 2000

/** Returns whether a paragraph is nested so deeply that it cannot have a key. */
export const isTooDeep = (place: Numbered) => Buffer.byteLength(pathOf(place)) > longestPath

const letters = 'bcdefghijklmnopqrstuvwxyz'

/**
 * Returns the key of a recommendation that begins at `start`: code, paragraph (after its parents), sentence. A further
 * one from the same sentence gets a letter. `taken` returns whether a key is used. `path` is that of the paragraph in
 * its document. A key is stored and never computed again.
 */
export function keyFor(
  code: string,
  place: Place,
  start: number,
  taken: (key: string) => boolean,
  path = pathOf(place),
): string {
  const first = `${code}-${path}.${sentenceAt(place.text, start)}`
  for (let count = 0; ; count++) if (!taken(further(first, count))) return further(first, count)
}

/** Returns a key from one sentence: `17.2`, `17.2b` to `17.2z`, `17.2z2` and so on. */
function further(first: string, count: number) {
  if (count === 0) return first
  return first + (letters[count - 1] ?? `z${count - letters.length + 1}`)
}

type Paragraphs = readonly {
  label: string
  text: string
  parent?: number | undefined
  section?: string | undefined
}[]

type KeysToGive = {
  /** The keys in use, such as those of a document whose code begins with this one's. */
  taken?: ReadonlySet<string>
  /** How many paragraphs the document has before these. */
  before?: number
}

/**
 * Returns the keys of a new document's recommendations, which must be in the order of the text. `paragraph` and
 * `parent` are places in the list of paragraphs, counted from 0.
 */
export function keysOf(
  code: string,
  paragraphs: Paragraphs,
  recommendations: readonly { paragraph: number; start: number }[],
  { taken = new Set(), before = 0 }: KeysToGive = {},
): string[] {
  const given = new Set(taken)
  const counts = new Map<string, number>()
  const sentences = new Map<number, Span[]>()
  const all: Numbered[] = []
  for (const [place, { label, parent, section }] of paragraphs.entries()) {
    all.push({
      label,
      ordinal: before + place + 1,
      parent: parent === undefined ? null : (all[parent] ?? null),
      section,
    })
  }
  const pathIn = pathsOf(all)
  const paths = new Map<number, string>()
  return recommendations.map(({ paragraph: place, start }) => {
    const read = sentences.get(place) ?? sentencesOf(paragraphs[place]?.text ?? '')
    sentences.set(place, read)
    const path = paths.get(place) ?? pathIn(all[place] ?? { label: '', ordinal: before + place + 1, parent: null })
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
