import type { Hit } from './lexicon'
import { isVerb, verbOfParticiple } from './verbs'
import type { Word } from './words'

type Sentence = { words: readonly Word[]; hits: readonly Hit[] }

/** Returns whether "we" or "I" stands before a verb: "and we encourage it". */
export const isFirstPerson = ({ hits }: Sentence, place: number) => {
  const before = hits.slice(0, place).findLast(({ roles }) => !roles.has('adverb') || roles.has('had'))
  return before?.roles.has('first') === true && (hits[place]?.at ?? 0) - before.at <= near
}

/** The most words from "we" to its verb. */
const near = 3

/** How far after a verb those who are to act, and what they are to do, are looked for, in words. */
export const ahead = { who: 8, deed: 20 }

/** Returns whether a body says what it wants done: "expects the Ministry to publish", "would like to see", not "expects to return". */
export function isWish({ words, hits }: Sentence, { at, size }: Hit): boolean {
  const end = at + size
  if (/^(?:see|welcome|receiving)$/.test(words[end - 1]?.text ?? '')) return true
  const who = hits.find((hit) => hit.roles.has('agent') && hit.at >= end && hit.at < end + ahead.who)
  const toBe =
    words[end]?.text !== 'to' &&
    words.slice(end, end + ahead.deed).some(({ text }, at) => isToBeDone(words, end + at, text))
  return toBe || (who !== undefined && toDo(words, who.at, end + ahead.deed))
}

/** Returns whether "to be sent" begins at a place. */
const isToBeDone = (words: readonly Word[], at: number, text: string) =>
  text === 'to' && words[at + 1]?.text === 'be' && verbOfParticiple(words[at + 2]?.text ?? '') !== undefined

/** Returns whether "to" and a verb stand between two places. */
export const toDo = (words: readonly Word[], from: number, to: number) =>
  words.slice(from, to).some(({ text }, at) => text === 'to' && isVerb(words[from + at + 1]?.text ?? ''))

/** Returns whether somebody has to do something after a place. */
export const isObliging = ({ hits }: Sentence, from: number) =>
  hits.some(({ at, roles }) => at > from && (roles.has('modal') || roles.has('need')))
