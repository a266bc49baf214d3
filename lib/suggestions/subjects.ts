import { isCommonWord } from '@/lib/reading/common-words'
import type { Hit, Role } from './lexicon'
import type { Word } from './words'

/** Words after which the head of a subject is complete: "The Secretary | of Ports". */
const ends = new Set(
  'of for in on who which that with from under between to at , ( ; : concerning regarding whose responsible working de du des del en para que qui 、'.split(
    ' ',
  ),
)

/** Returns the words of a subject up to the first that only describes it. */
export function headOf(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(
    ({ text }, at) =>
      at > 0 && ends.has(text) && !(text === 'working' && /^(?:group|party)$/.test(words[at + 1]?.text ?? '')),
  )
  return end === -1 ? words : words.slice(0, end)
}

/** Returns whether a phrase with this role stands between two places. */
export const hasRole = (hits: readonly Hit[], role: Role, from: number, to: number) =>
  hits.some(({ at, roles }) => at >= from && at < to && roles.has(role))

export type SubjectSort = 'none' | 'body' | 'first' | 'pronoun' | 'agent' | 'thing' | 'other'

/** Returns what stands between two places as the subject of a verb. */
export function subjectSort(words: readonly Word[], hits: readonly Hit[], from: number, to: number): SubjectSort {
  const skipped = hits.filter(({ at, roles }) => at >= from && at < to && (roles.has('adverb') || roles.has('and')))
  const counted = words
    .slice(from, to)
    .filter((_, place) => !skipped.some(({ at, size }) => covers(at, size, from + place)))
  if (counted.every(({ text }) => text === ',')) return 'none'
  const end = from + headOf(words.slice(from, to)).length
  for (const role of ['first', 'body', 'pronoun'] as const) if (hasRole(hits, role, from, end)) return role
  if (hasRole(hits, 'thing', from, end) && !hasRole(hits, 'agent', end - 1, end)) return 'thing'
  if (hasRole(hits, 'agent', from, end)) return 'agent'
  const named = words
    .slice(from, end)
    .some(({ text, capital, acronym }, at) => acronym || (capital && (at > 0 || (end === from + 1 && isName(text)))))
  return named ? 'agent' : 'other'
}

/** Returns whether the first word of a sentence is a name, which is no common word. */
const isName = (word: string) => /^[a-z]{4,}$/.test(word) && !isCommonWord(word)

const covers = (at: number, size: number, place: number) => place >= at && place < at + size
