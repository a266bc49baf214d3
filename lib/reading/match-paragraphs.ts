import { mapInTurns, takeTurns } from '@/lib/platform/take-turns'
import { similarity, wordsIn } from './compare-words'
import { indexOfPhrases } from './phrases'

/** A paragraph to compare. `path` are the labels of its parents and its own, as printed. */
export type Comparable = { path: string; text: string }

/** From this similarity on, a paragraph is a changed version of another one, or of the one with the same number. */
const least = { elsewhere: 0.5, inPlace: 0.3 }

/** What the same number adds to the similarity of two paragraphs. */
const samePath = 0.15

/** A number that repeats more often does not say which paragraph is meant. */
const mostAlike = 4

/** How many paragraphs with common phrases are compared with each paragraph. */
const mostCompared = 5

/**
 * Returns, for each paragraph of a new text, the place of the paragraph of the text before that became it: the one with
 * the same words, or else the one that is most similar. Each is used once. The time grows with the length of the texts.
 */
export async function matchParagraphs(
  before: readonly Comparable[],
  after: readonly Comparable[],
): Promise<(number | undefined)[]> {
  const becomes: (number | undefined)[] = after.map(() => undefined)
  const left = new Set(before.keys())
  const take = (place: number, was: number) => {
    becomes[place] = was
    left.delete(was)
  }
  takeEqual(before, after, becomes, take)
  await takeTurns()
  const pairs = await similarPairs(before, after, {
    before: [...left],
    after: [...after.keys()].filter((place) => becomes[place] === undefined),
  })
  pairs.sort((one, other) => other.score - one.score || one.apart - other.apart)
  for (const { was, is } of pairs) if (becomes[is] === undefined && left.has(was)) take(is, was)
  return becomes
}

/** Takes paragraphs with the same words: those with the same number first, then in their order. */
function takeEqual(
  before: readonly Comparable[],
  after: readonly Comparable[],
  becomes: readonly (number | undefined)[],
  take: (place: number, was: number) => void,
) {
  const taken = new Set<number>()
  for (const keyOf of [({ path, text }: Comparable) => `${path}\n${text}`, ({ text }: Comparable) => text]) {
    const waiting = new Map<string, number[]>()
    for (const [was, one] of before.entries()) {
      if (taken.has(was)) continue
      const alike = waiting.get(keyOf(one))
      if (alike) alike.push(was)
      else waiting.set(keyOf(one), [was])
    }
    for (const list of waiting.values()) list.reverse()
    for (const [place, one] of after.entries()) {
      if (becomes[place] !== undefined || keyOf(one) === '') continue
      const was = waiting.get(keyOf(one))?.pop()
      if (was === undefined) continue
      taken.add(was)
      take(place, was)
    }
  }
}

type Pair = { was: number; is: number; score: number; apart: number }

/** Returns the pairs of paragraphs that are similar enough, among those that are left. */
async function similarPairs(
  before: readonly Comparable[],
  after: readonly Comparable[],
  left: { before: readonly number[]; after: readonly number[] },
): Promise<Pair[]> {
  const wordsAfter = new Map(left.after.map((is) => [is, wordsIn(after[is]?.text ?? '')]))
  const alikeIn = indexOfPhrases(wordsAfter)
  const byPath = new Map<string, number[]>()
  for (const is of left.after) {
    const path = after[is]?.path ?? ''
    if (path !== '') byPath.set(path, [...(byPath.get(path) ?? []), is].slice(0, mostAlike + 1))
  }
  const pairs = await mapInTurns(left.before, (was) => {
    const one = before[was]
    if (!one) return []
    const words = wordsIn(one.text)
    const sameNumber = byPath.get(one.path) ?? []
    const compared = new Set([...alikeIn(words, mostCompared), ...(sameNumber.length <= mostAlike ? sameNumber : [])])
    return [...compared].flatMap((is) => {
      const inPlace = after[is]?.path === one.path
      const found = similarity(words, wordsAfter.get(is) ?? [])
      if (found < (inPlace ? least.inPlace : least.elsewhere)) return []
      const apart = Math.abs(was / before.length - is / after.length)
      return [{ was, is, score: found + (inPlace ? samePath : 0), apart }]
    })
  })
  return pairs.flat()
}
