import { asksDirectly, isAddressed } from './direct-requests'
import { imperativeAt } from './imperative'
import { isForSomebody, isPast, isPraise, isToBeDone, needOf } from './obligations'
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
  if (place.listed || isAddressed(sentence)) give('listed', 3)
  if (place.part || sentence.item) give('part', 3)
  if (place.section === 'asking') give('section', 1.2)
  if (place.section === 'agreed') give('agreed', 2.6)
  if (place.section === 'telling') give('telling', -2)
  if (sentence.speech) give('spoke', -6)
  else if (direct) give('imperative', 2.3)
  else weighFrame(sentence, place, give)
  if (place.preamble) give('preamble', -6)
  if (place.answer) give('answer', -6)
  const has = (role: 'thanks' | 'seized') => sentence.hits.some(({ roles }) => roles.has(role))
  if (has('thanks')) give('thanks', -6)
  if (has('seized')) give('seized', -8)
  return reasons
}

/** Words by which a sentence goes on with what was asked for before it. */
const goingOn =
  /^(?:also|further|furthermore|additionally|moreover|likewise|également|aussi|además|también|asimismo|также|тоже|еще)$/

/** What laws say too. Where a document lists its recommendations, this is mostly a rule that it reports. */
const strict = /^(?:must|shall|必须|须)$/

function weighFrame(sentence: Sentence, place: Place, give: (rule: Rule, weight: number) => void) {
  const { words, hits, frame } = sentence
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
    case 'need': {
      const need = needOf(sentence)
      if (need === 'remark') return give('remark', -5)
      give('need', need === undefined || isPast(sentence) ? 1 : 2.6)
      if (need === 'who') give('who_should', 1.6)
      return
    }
    case 'agreed':
      if (isAgreedTo(sentence)) give('own_voice', 3)
      return
    case 'modal': {
      if (isPraise(sentence)) return give('remark', -5)
      give(...obligationIn(sentence))
      if (words[frame.at]?.text === 'should' && frame.at === 0) give('condition', -3.5)
      if (words[frame.at]?.text === 'needed' && place.section !== 'agreed') give('past', -3.5)
      if (within('condition', frame.from, frame.at)) give('condition', -3.5)
      if (within('lawful', 0, words.length)) give('rule', -3)
      const goesOn = words.slice(frame.at, frame.end + 2).some(({ text }) => goingOn.test(text))
      if (place.outside && !goesOn && (place.beside || place.section !== 'asking'))
        give('outside', place.beside ? -2 : strict.test(words[frame.end - 1]?.text ?? '') ? -1.5 : -0.15)
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

/** Returns whether what is agreed is that something should be done, and not only that it should. */
const isAgreedTo = ({ words, hits, frame }: Sentence) =>
  hits.some(
    ({ at, size, roles }) =>
      at > frame.at &&
      (roles.has('modal') || roles.has('need')) &&
      words.slice(at + size).some(({ text }) => text !== 'not'),
  )

/** Returns how much "should" or "must" speaks for a recommendation, by what it says of whom or of what. */
function obligationIn(sentence: Sentence): [Rule, number] {
  if (isForSomebody(sentence)) return ['who_should', 3.2]
  if (isToBeDone(sentence)) return ['what_should', 2.6]
  return ['what_should', sentence.frame.subject === 'thing' ? 0.2 : 1.2]
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
