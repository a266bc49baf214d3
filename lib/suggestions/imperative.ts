import type { Hit, Role } from './lexicon'
import { isUnclear, isVerb, verbOfGerund, verbOfParticiple } from './verbs'
import type { Word } from './words'

const determiners = new Set(
  'the a an all any its their his her our each every this that these those to more such both no additional further'.split(
    ' ',
  ),
)
const nounSigns = new Set(
  'of from in by was were is are has have had for at on between among and should must'.split(' '),
)
const before = new Set(
  'also further fully actively progressively urgently immediately promptly not swiftly effectively better formally always regularly strictly publicly systematically clearly jointly'.split(
    ' ',
  ),
)

const deed =
  /^(?:[a-z]{3,}(?:ment|tion|sion|ing)|review|removal|renewal|withdrawal|repeal|reform|release|transfer|use|upgrade|update|increase|roll-out)$/
const improved =
  /^(?:better|more|greater|increased|improved|stronger|closer|wider|faster|further|additional|enhanced|continued|regular)$/

/** Returns whether an item names what is to be done: "Establishment of a register", "Better training". */
export function isDeedNamed(words: readonly Word[], hits: readonly Hit[]): boolean {
  const at = [0, 1, 2].find((place) => deed.test(words[place]?.text ?? '') && words[place + 1]?.text === 'of')
  return (
    (at !== undefined || improved.test(words[0]?.text ?? '') || isNewThing(words)) &&
    !hits.some(({ roles }) => ['be', 'modal', 'had', 'say'].some((role) => roles.has(role as Role)))
  )
}

/** Returns whether an item only names what there is to be: "A plan for the replacement of equipment by 2028". */
const isNewThing = (words: readonly Word[]) =>
  /^an?$/.test(words[0]?.text ?? '') &&
  !words.some(({ text }, at) => verbOfParticiple(text) && !beforeAdjective.test(words[at - 1]?.text ?? ''))

const beforeAdjective = /^(?:an?|the|all|and|or|its|their|as|[a-z]+ly)$/

/** Returns whether an item begins with what is to be done to something: "Amending the Act so as to define torture". */
const isCodified = (words: readonly Word[], hits: readonly Hit[]) =>
  /^(?:the|a|an|its|their|all)$/.test(words[1]?.text ?? '') &&
  !hits.some(({ roles }) => roles.has('be') || roles.has('had') || roles.has('modal') || roles.has('say'))

/**
 * Returns the place of the verb with which an English text asks directly, as in "Submit a report" or "To submit a
 * report". Returns -1 if the text does not.
 */
export function imperativeAt(words: readonly Word[], hits: readonly Hit[], gerund = false): number {
  let at = words[0]?.text === 'to' || words[0]?.text === 'and' ? 1 : 0
  if (words[at]?.text === 'do' && words[at + 1]?.text === 'not') at += 2
  while (before.has(words[at]?.text ?? '') && at < 4) at++
  const verb = words[at]?.text ?? ''
  if (verbOfGerund(verb) && (gerund || (at === 0 && isCodified(words, hits)))) return at
  if (!isVerb(verb)) return -1
  if (!isUnclear(verb) || words[at - 1]?.text === 'to') return at
  const next = words[at + 1]?.text ?? ''
  if (nounSigns.has(next) && words[at + 2]?.text !== 'least') return -1
  const finite = hits.find(({ at: place, roles }) => place > at && (roles.has('modal') || roles.has('be')))
  const between = words.slice(at + 1, finite?.at ?? at + 6)
  return !finite || between.some(({ text }) => determiners.has(text)) ? at : -1
}
