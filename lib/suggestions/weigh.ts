import { byWhom } from './addressees'
import { isDeedAt } from './deeds'
import { imperativeAt, isDeedNamed } from './imperative'
import { actsAt, askedAt } from './listed-names'
import { opensAsking } from './openings'
import type { Place } from './places'
import type { Sentence } from './sentence'

/** The rules that speak for or against a recommendation, in the order in which reasons are given. */
export const rules = [
  'listed',
  'who_should',
  'what_should',
  'own_voice',
  'asked',
  'need',
  'agreed',
  'section',
  'part',
  'imperative',
  'outside',
  'telling',
  'preamble',
  'spoke',
  'rule',
  'condition',
  'past',
  'remark',
  'answer',
  'thanks',
  'seized',
  'note',
  'unsure',
] as const
export type Rule = (typeof rules)[number]
export type Reason = { rule: Rule; weight: number }

/** Without any reason, a sentence is no recommendation. */
const start = -2

/** Returns the reasons for and against a sentence as a recommendation. */
export function weigh(sentence: Sentence, place: Place): Reason[] {
  const reasons: Reason[] = []
  const give = (rule: Rule, weight: number) => reasons.push({ rule, weight })
  const direct = asksDirectly(sentence, place)
  if (place.listed) give('listed', 3)
  if (place.part || sentence.item) give('part', 3)
  if (place.section === 'asking') give('section', 1.2)
  if (place.section === 'agreed') give('agreed', 2.6)
  if (place.section === 'telling') give('telling', -2)
  if (sentence.speech) give('spoke', -6)
  else if (direct) give('imperative', 1.5)
  else weighFrame(sentence, place, give)
  if (place.preamble) give('preamble', -6)
  if (place.answer) give('answer', -6)
  const has = (role: 'thanks' | 'seized') => sentence.hits.some(({ roles }) => roles.has(role))
  if (has('thanks')) give('thanks', -6)
  if (has('seized')) give('seized', -8)
  return reasons
}

/** Returns whether a sentence begins with an imperative, in a place where that asks for something. */
function asksDirectly({ words, hits, english, item, frame }: Sentence, place: Place): boolean {
  if (!(place.listed || place.part || item || place.section === 'asking')) return false
  if (!english) return frame.sort === 'none' && opensAsking(words, hits)
  if (imperativeAt(words, hits, place.part || item) !== -1 || imperativeAt(afterColon(words), []) !== -1) return true
  return (
    frame.sort === 'none' && (askedAt(words, hits) !== -1 || actsAt(words, hits) !== -1 || isDeedNamed(words, hits))
  )
}

/** Returns the words after a colon that ends the first few words: "Legal persons: amend the Act". */
function afterColon(words: Sentence['words']): Sentence['words'] {
  const colon = words.slice(0, 6).findIndex(({ text }) => text === ':')
  return colon === -1 ? [] : words.slice(colon + 1)
}

/** Words by which a sentence goes on with what was asked for before it. */
const goingOn =
  /^(?:also|further|furthermore|additionally|moreover|likewise|également|aussi|además|también|asimismo|также|тоже|еще)$/

/** How far after "should" or "it is essential that" those who are to act stand, in words. */
const near = 6

function weighFrame(
  { words, hits, frame, english }: Sentence,
  place: Place,
  give: (rule: Rule, weight: number) => void,
) {
  const within = (role: 'condition' | 'lawful', from: number, to: number) =>
    hits.some(({ at, roles }) => at >= from && at < to && roles.has(role))
  switch (frame.sort) {
    case 'own':
      return give('own_voice', frame.subject === 'none' && !place.section && !place.listed ? 3.5 : 4)
    case 'passive':
      return give(
        'asked',
        frame.subject === 'pronoun' && !/^(?:was|were)$/.test(words[frame.at - 1]?.text ?? '') ? 4 : 3.5,
      )
    case 'need':
      give('need', 1)
      if (needsOf(words, hits, frame)) give('who_should', 1.6)
      return
    case 'agreed':
      if (hits.some(({ at, roles }) => at > frame.at && (roles.has('modal') || roles.has('need')))) give('own_voice', 3)
      return
    case 'modal': {
      if (isForSomebody(words, hits, frame, english)) give('who_should', 2.2)
      else give('what_should', frame.subject === 'thing' ? 0.2 : 1.2)
      if (words[frame.at]?.text === 'should' && frame.at === 0) give('condition', -2.5)
      if (words[frame.at]?.text === 'needed' && place.section !== 'agreed') give('past', -2.5)
      if (within('condition', frame.from, frame.at)) give('condition', -2.5)
      if (within('lawful', 0, words.length)) give('rule', -2)
      const goesOn = words.slice(frame.at, frame.end + 2).some(({ text }) => goingOn.test(text))
      if (place.outside && !goesOn && (place.beside || place.section !== 'asking'))
        give('outside', place.beside ? -1.5 : -0.15)
      return
    }
    case 'note':
      if (place.section !== 'agreed') give('note', -3)
      return
    case 'spoke':
      return give('spoke', -5)
    case 'rule':
      return give('rule', -4)
    case 'past':
      return give('past', -5)
    case 'remark':
      return give('remark', -5)
    case 'none':
      if (within('lawful', 0, words.length)) give('rule', -2)
  }
}

/** Returns whether a modal verb says what somebody is to do. */
function isForSomebody(words: Sentence['words'], hits: Sentence['hits'], frame: Sentence['frame'], english: boolean) {
  const { subject, end, at, from } = frame
  if (['agent', 'first', 'pronoun', 'body'].includes(subject)) return true
  if (words[end]?.text === 'be' && byWhom(words, hits, end)) return true
  if (subject === 'other' && (words[from]?.text === 'there' || isDeedAt(words, end, english))) return true
  // In Arabic and Russian, those who are to act may follow.
  if (!english && at === from) return hits.some((hit) => hit.roles.has('agent') && hit.at >= end && hit.at < end + near)
  return false
}

/** Returns whether a need is that somebody acts: "It is essential that States ratify the treaty". */
function needsOf(words: Sentence['words'], hits: Sentence['hits'], { end }: Sentence['frame']) {
  const that = /^(?:that|for|que|qu|чтобы|أن)$/
  const from = [end - 1, end, end + 1].find((at) => that.test(words[at]?.text ?? ''))
  return from !== undefined && hits.some(({ at, roles }) => roles.has('agent') && at > from && at <= from + near)
}

/** Returns the sum of the weights, squashed to 0..1. Half is the line above which a sentence is suggested. */
export function confidenceOf(reasons: readonly Reason[]): number {
  const sum = reasons.reduce((total, { weight }) => total + weight, start)
  return 1 / (1 + Math.exp(-sum))
}

const forAction: ReadonlySet<Rule> = new Set([
  'listed',
  'who_should',
  'what_should',
  'own_voice',
  'asked',
  'need',
  'part',
  'imperative',
])

/** Returns whether the reasons say that somebody should do something. */
export const speaksForAction = (reasons: readonly Reason[]) => reasons.some(({ rule }) => forAction.has(rule))

/** Returns whether a sentence by itself asks for something. */
export const actsIn = ({ frame, words, hits }: Sentence) =>
  ['own', 'passive', 'modal', 'need'].includes(frame.sort) || imperativeAt(words, hits) !== -1
