import { isDeed as isEnglishDeed } from './verbs'
import type { Word } from './words'

/** Infinitives of French, Spanish and Russian, also reflexive ones. */
const infinitive =
  /^(?:[\p{Script=Latin}']{2,}(?:er|ir|[dt]re|ire|oir|ar|arse|erse|irse)|\p{Script=Cyrillic}{2,}(?:ть|ти|чь|ться|тись))$/u

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
  /^(?:pas|également|aussi|en|outre|donc|ainsi|no|también|además|asimismo|se|también|также|не|[\p{L}]+ment|[\p{L}]+mente)$/u

/** Returns whether the verb at a place says what only somebody can do, so that its subject can act. */
export function isDeedAt(words: readonly Word[], from: number, english: boolean): boolean {
  if (english) return isEnglishDeed(words[from]?.text)
  let at = from
  while (adverb.test(words[at]?.text ?? '') && at < from + 4) at++
  return infinitiveAt(words, at)
}

/** Words that only look like infinitives. */
const others = new Set(
  (
    'premier dernier entre contre outre notre votre autre quatre cadre centre ministre registre lettre titre mer hier cher par ' +
    'lugar mujer ayer hogar familiar militar regular popular primer tercer pilar alrededor mejor mayor'
  ).split(' '),
)

/** Returns whether a word is an infinitive of French, Spanish or Russian that says what somebody does. */
export function infinitiveAt(words: readonly Word[], at: number): boolean {
  const verb = words[at]?.text ?? ''
  return infinitive.test(verb) && !states.has(verb) && !others.has(verb)
}
