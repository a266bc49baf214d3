import { isDeed as isEnglishDeed } from './verbs'
import type { Word } from './words'

/** Infinitives of French, Spanish and Russian, also reflexive ones. */
const infinitive =
  /^(?:[\p{Script=Latin}']{2,}(?:er|ir|(?:[dt]|[ui]v|mp|nc)re|ire|oir|ar|arse|erse|irse)|\p{Script=Cyrillic}{2,}(?:ть|ти|чь|ться|тись))$/u

/** Infinitives of what things do too, and of passives. */
const states = new Set(
  (
    'être avoir rester comporter contenir comprendre figurer permettre correspondre durer refléter servir tenir inclure ' +
    'ser estar haber tener incluir contener permanecer figurar reflejar durar permitir servir corresponder ' +
    'быть иметь оставаться содержать включать являться составлять служить'
  ).split(' '),
)

/** Adverbs between "should" and its verb. */
const adverb =
  /^(?:pas|plus|également|aussi|en|outre|donc|ainsi|no|también|además|asimismo|se|también|также|не|[\p{L}]+ment|[\p{L}]+mente)$/u
const englishAdverb =
  /^(?:also|always|further|therefore|thus|then|now|first|better|more|(?!apply|supply|comply|rely|reply|multiply)[a-z]{2,}ly)$/

/** Returns the place after at most three adverbs. */
export function pastAdverbs(words: readonly Word[], from: number, english: boolean): number {
  const pattern = english ? englishAdverb : adverb
  let at = from
  while (pattern.test(words[at]?.text ?? '') && at < from + 3) at++
  return at
}

/** Returns whether the verb at a place says what only somebody can do, so that its subject can act. */
export function isDeedAt(words: readonly Word[], from: number, english: boolean): boolean {
  const at = pastAdverbs(words, from, english)
  return english ? isEnglishDeed(words[at]?.text) : infinitiveAt(words, at)
}

/** Words that only look like infinitives. */
const others = new Set(
  (
    'livre œuvre cuivre vivre premier dernier entre contre outre notre votre autre quatre cadre centre ministre registre lettre titre mer hier cher par ' +
    'lugar mujer ayer hogar familiar militar regular popular primer tercer pilar alrededor mejor mayor'
  ).split(' '),
)

/** Returns whether a word is an infinitive of French, Spanish or Russian that says what somebody does. */
export function infinitiveAt(words: readonly Word[], at: number): boolean {
  const verb = words[at]?.text ?? ''
  return infinitive.test(verb) && !states.has(verb) && !others.has(verb)
}
