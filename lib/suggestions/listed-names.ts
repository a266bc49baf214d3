import type { Hit } from './lexicon'
import type { Sentence } from './sentence'
import { hasRole, headOf } from './subjects'
import { isDeed, isUnclear, isVerb, verbOfGerund } from './verbs'

/** Part of a sentence: places among its words. */
export type Range = { from: number; to: number }

/** Words before a name that do not belong to it. */
export const skipped =
  /^(?:the|a|an|for|ses|leurs|sus|all|any|relevant|and|also|that|on|upon|to|both|le|la|les|l'|à|au|aux|al|el|los|las|que|other|,|each|every|further|therefore|moreover)$/

/** What no name contains: punctuation, and verbs with which a sentence is complete. */
const notAlone =
  /^(?:[,:;(]|will|would|can|could|may|might|do|does|did|has|have|had|is|are|was|were|agreed|expects?|plans?|intends?|continues?|began)$/

/** Returns the place of "to" after those who are asked in an item: "Member States to criminalize arson". */
export function askedAt(words: Sentence['words'], hits: readonly Hit[]): number {
  const to = words.findIndex(({ text }, at) => at > 0 && text === 'to' && isVerb(words[at + 1]?.text ?? ''))
  if (to === -1 || to > longestAlone || words.slice(0, to).some(({ text }) => notAlone.test(text))) return -1
  const last = headOf(words.slice(0, to)).length - 1
  const first = words[0]?.text ?? ''
  if (isVerb(first) || verbOfGerund(first)) return -1
  return hits.some(({ at, size, roles }) => roles.has('agent') && at <= last && at + size > last) ? to : -1
}

/** Returns the place of the verb after those who are to act in an item: "The Ministry of Health review its guidance". */
export function actsAt(words: Sentence['words'], hits: readonly Hit[]): number {
  const verb = words.findIndex(
    ({ text, capital }, at) =>
      at > 1 &&
      !capital &&
      isVerb(text) &&
      !inName.test(words[at - 1]?.text ?? '') &&
      isObject(words[at + 1]?.text, text),
  )
  if (verb === -1 || verb > longestAlone || words.slice(0, verb).some(({ text }) => /^[,:;(]$/.test(text))) return -1
  const named = words.slice(words[0]?.text === 'that' ? 1 : 0, verb)
  return (named[0]?.text === 'the' || named[0]?.acronym || named[0]?.capital) &&
    named.some(({ capital }, at) => capital && at > 0) &&
    hits.some(({ at, roles }) => roles.has('agent') && at < verb)
    ? verb
    : -1
}

const inName =
  /^(?:the|of|and|a|an|for|to|in|on|its|their|not|or|will|would|can|could|may|might|do|does|did|has|have|had|is|are|was|were)$/

/** Returns whether a word can follow a verb. Many verbs are nouns too: "review its guidance", "the review team". */
const isObject = (next: string | undefined, verb: string) =>
  !isUnclear(verb) || /^(?:the|a|an|its|their|all|any|each|every|this|these|whether|how)$/.test(next ?? '')

/** The most words of a name that stands alone over a list. */
const longestAlone = 14

/** What begins a line that says to whom the list below it speaks: "Aux gestionnaires :" */
const toSomebody = /^(?:to|au|aux|à|al|a)$/

/** Returns whether a sentence is only the name of those to whom a list speaks: "To the Ministry of Health:" */
export function isName({ words, hits, frame }: Pick<Sentence, 'words' | 'hits' | 'frame'>): boolean {
  if (frame.sort !== 'none' || words.length > longestAlone || !/^[:：]$/.test(words.at(-1)?.text ?? '')) return false
  if (toSomebody.test(words[0]?.text ?? '') && !isVerb(words[1]?.text ?? '')) return true
  const last = headOf(words.filter(({ text }) => !skipped.test(text))).at(-1)
  const end = last === undefined ? 0 : words.indexOf(last) + 1
  return hits.some(({ at, size, roles }) => roles.has('agent') && at + size >= end && at < end)
}

/** Returns those to whom a list speaks: "The meeting recommended the following steps to national laboratories:". */
export function toWhom(words: Sentence['words'], from: number): Range | undefined {
  const colon = words.length - 1
  const following = words.findIndex(({ text }, at) => at >= from && text === 'following')
  if (words[colon]?.text !== ':' || following === -1) return
  const to = words.findLastIndex(({ text }, at) => at > following && text === 'to')
  return to === -1 || isVerb(words[to + 1]?.text ?? '') ? undefined : { from: to + 1, to: colon }
}

const plural = /^[a-z]{3,}[^su]s$/

/** Plurals that cannot act. */
const things =
  /^(?:plans|policies|programmes|programs|measures|strategies|guidelines|indicators|systems|projects|services|activities|targets|procedures|resources|needs|rights|efforts|actions|arrangements|processes|controls|records|tools|methods|laws|models|materials|payments|fees|grants|courses|criteria|issues|areas|levels|terms|words|years|months|days|decisions|objectives|contracts|tests|inspections|budgets|funds|data|statistics|details|numbers|rates|prices|tariffs|benefits|risks)$/

const abstract = /(?:tion|sion|ment|ness|ity|ing|ance|ence)s?$/

/** Returns whether a noun is nothing that can act, such as "plans" or "training". */
const isThing = (noun: string) =>
  abstract.test(noun) || things.test(noun) || things.test(`${noun.replace(/y$/, 'ie')}s`)

/** Nouns of those who do something, by their endings, and things whose names only end like them. */
const agentive = /^[a-z-]{2,}(?:er|or|ist|ian|ee|man|woman|holder|clerk)$/
const endsLikeThem =
  /^(?:.*(?:number|order|letter|matter|water|power|register|paper|computer|server|sector|factor|indicator|error|floor|door|tender|river|border|centre|center|layer|folder|newsletter|chapter|charter|disaster|shelter|fertilizer|transfer|monitor|corridor|reactor|vector|sensor|motor|human|fee|degree|guarantee|list|checklist|mortgage|career|cover|offer|answer|summer|winter|quarter|meter|filter|container|trailer|refrigerator|calculator|elevator|detector|behavio(?:u)?r|labo(?:u)?r|colou?r|harbou?r|other|another|whether|rather|either|further|over|under|ever|never|however))$/

/** Returns whether a noun is one who does something: "owner", "trustee". */
export const isAgentive = (noun: string) => agentive.test(noun) && !endsLikeThem.test(noun)

/** The most words of a name that is recognised by its place alone. */
const longestUnknown = 10

/** Returns whether those who are to act are named before their verb: "urges the trustees | to publish", "that the clerk | file". */
export function isActorBefore(words: Sentence['words'], hits: readonly Hit[], from: number, to: number): boolean {
  const verb = words[to]?.text === 'to' ? words[to + 1] : words[to]
  if (to - from > longestUnknown || !isDeed(verb?.text) || hasRole(hits, 'thing', from, to)) return false
  const noun = headOf(words.slice(from, to).filter(({ text }) => !skipped.test(text))).at(-1)?.text ?? ''
  return /^[a-z'-]{3,}$/.test(noun) && !isThing(noun) && !isVerb(words[from]?.text ?? '')
}

/** Returns whether the head of a subject is many who can act. */
export const isPlural = (words: Sentence['words'], from: number, to: number) => {
  const head = headOf(words.slice(from, to)).at(-1)?.text ?? ''
  return plural.test(head) && !things.test(head)
}
