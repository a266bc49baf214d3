import { imperativeAt, isDeedNamed } from './imperative'
import type { Hit } from './lexicon'
import { actsAt, askedAt } from './listed-names'
import { opensAsking } from './openings'
import type { Place } from './places'
import type { Sentence } from './sentence'
import { mainStart } from './sentence-frames'
import { isVerb, verbOfParticiple } from './verbs'

/** Returns whether a sentence asks directly, in a place where that asks for something: "Publish the accounts". */
export function asksDirectly(sentence: Sentence, place: Place): boolean {
  const { english, item, frame } = sentence
  if (isAddressed(sentence)) return true
  if (!(place.listed || place.part || item || place.section === 'asking')) return false
  const from = mainStart(sentence)
  const words = sentence.words.slice(from)
  const hits = from === 0 ? sentence.hits : hitsFrom(sentence.hits, from)
  if (!english) return frame.sort === 'none' && opensAsking(words, hits)
  if (imperativeAt(words, hits, place.part || item) !== -1) return true
  if (imperativeAt(afterColon(words), []) !== -1 || isWished(words)) return true
  return (
    frame.sort === 'none' &&
    (askedAt(words, hits) !== -1 || actsAt(words, hits) !== -1 || isDeedNamed(words, hits) || isToBeDone(words))
  )
}

const hitsFrom = (hits: readonly Hit[], from: number): Hit[] =>
  hits.filter(({ at }) => at >= from).map((hit) => ({ ...hit, at: hit.at - from }))

/** Returns the words after a colon that ends the first few words: "Legal persons: amend the Act". */
function afterColon(words: Sentence['words']): Sentence['words'] {
  const colon = words.slice(0, 6).findIndex(({ text }) => text === ':')
  return colon === -1 ? [] : words.slice(colon + 1)
}

/** The most words of a name before a colon. */
const longestName = 16

/** Returns whether a sentence names whom it speaks to before a colon: "To the Agency: Require operators to report". */
export function isAddressed({ words, english }: Pick<Sentence, 'words' | 'english'>): boolean {
  if (!english || words[0]?.text !== 'to' || isVerb(words[1]?.text ?? '')) return false
  const colon = words.slice(0, longestName).findIndex(({ text }) => text === ':')
  return colon !== -1 && imperativeAt(words.slice(colon + 1), []) !== -1
}

const determiner = /^(?:the|a|an|all|any|each|every|these|its|their|no|both|there)$/
const many = /^[a-z]{3,}[^su]s$/

/** Returns whether an item says what is wished: "That officers report in June", "That the Council adopt a policy". */
const isWished = ([that, next]: Sentence['words']) =>
  that?.text === 'that' && next !== undefined && (next.capital || determiner.test(next.text) || many.test(next.text))

/** Returns whether an item says what is to be done: "Plots to be offered within four weeks". */
function isToBeDone(words: Sentence['words']): boolean {
  const to = words.findIndex(({ text }, at) => at > 0 && text === 'to' && words[at + 1]?.text === 'be')
  return (
    to > 0 &&
    to <= longestName &&
    verbOfParticiple(words[to + 2]?.text ?? '') !== undefined &&
    !words.slice(0, to).some(({ text }) => finite.test(text))
  )
}

const finite =
  /^(?:[,;]|is|are|was|were|has|have|had|will|would|can|could|may|might|said|expected|likely|agreed|plans?|needs?)$/
