import { infinitiveAt, pastAdverbs } from './deeds'
import type { Hit } from './lexicon'
import type { Range } from './listed-names'
import type { Sentence } from './sentence'

/** How far after the verb those who are asked are looked for, in words. */
const farthest = 6

/** Returns those who are named first after a verb, or in another part of a sentence that is not in English. */
export function firstAgent(
  words: Sentence['words'],
  hits: readonly Hit[],
  from: number,
  to = from + farthest,
): Range | undefined {
  const asked = from > 0 ? askedAfter(words, from) : undefined
  if (asked) return asked
  const agent = hits.find(({ at, roles }) => at >= from && at < to && roles.has('agent'))
  if (!agent || isWhatIsAskedFor(words, from, agent.at)) return
  const isHan = han.test(words[agent.at]?.text ?? '')
  const start = isHan ? startOfHan(words, from, agent.at) : startOfDescribed(words, from, agent.at)
  return { from: start, to: endOfNames(words, hits, agent.at + agent.size) }
}

/** Returns whether one who acts is only named in what is asked for: "propose de créer | un fonds", "que se cree | un fondo". */
const isWhatIsAskedFor = (words: Sentence['words'], from: number, to: number) =>
  from > 0 &&
  words
    .slice(from, to)
    .some(({ text }, at) => text === 'se' || (/^\p{Script=Latin}/u.test(text) && isInfinitive(words, from + at)))

const toWhom = /^(?:à|au|aux|a|al)$/
/** Verbs of asking that name those who are asked directly. */
const direct = /^(?:invite|engage|exhorte|encourage|prie|appelle|invit|encourag|pri)(?:nt|ent|ons|eons)?$/
const articles = /^(?:le|la|l'|les)$/
const clitic = /^(?:lui|leur|les?|la|se|s'|y|en|l')$/
export const preposition = /^(?:[воксу]|на|об|от|до|из|за|для|при|по|без|со|во|ко)$/

/** The most words of a name that is recognised by its place. */
const longest = 14

/**
 * Returns those to whom a verb of asking speaks, by the words around them: "invite la commune | à", "recomienda a la
 * Consejería | que", "просит секретариат | представить".
 */
function askedAfter(words: Sentence['words'], end: number): Range | undefined {
  const at = toWhom.test(words[end - 1]?.text ?? '') ? end - 1 : pastAdverbs(words, end, false)
  const from = toWhom.test(words[at]?.text ?? '') ? at + 1 : at
  const russian = /^\p{Script=Cyrillic}/u.test(words[from]?.text ?? '')
  const spanish = /^(?:a|al)$/.test(words[from - 1]?.text ?? '')
  const isDirect = direct.test(words[end - 1]?.text ?? '') && articles.test(words[from]?.text ?? '')
  if (russian ? preposition.test(words[from]?.text ?? '') : from === at && !isDirect) return
  // An infinitive after "à" is what is asked for: "appelle à réformer".
  if (infinitiveAt(words, from) && !words[from]?.capital) return
  for (let to = from + 1; to < Math.min(words.length, from + longest); to++) {
    const isVerb = (russian || spanish) && isInfinitive(words, to)
    if (isVerb || (!russian && endsAsked(words, to))) return { from, to }
    if (/^[,;:(]$/.test(words[to]?.text ?? '')) return
  }
  return
}

const isInfinitive = (words: Sentence['words'], at: number) => !words[at]?.capital && infinitiveAt(words, at)

/** Returns whether what is asked for begins: "que", "à publier", "de lui faire", "revisar". */
function endsAsked(words: Sentence['words'], at: number): boolean {
  const text = words[at]?.text ?? ''
  if (/^(?:que|qu)$/.test(text) || (text === 'à' && !joins.test(words[at - 1]?.text ?? ''))) return true
  if (!/^(?:de|d'|a)$/.test(text)) return false
  return isInfinitive(words, clitic.test(words[at + 1]?.text ?? '') ? at + 2 : at + 1) || words[at + 1]?.text === 'que'
}

const han = /^\p{Script=Han}$/u

/** Returns where a Chinese name begins that ends with what it is: "财政部". Words that only say which are left out. */
function startOfHan(words: Sentence['words'], from: number, at: number): number {
  const named = words.slice(from, at)
  if (named.length === 0 || !named.every(({ text }) => han.test(text))) return at
  const which = named.findLastIndex(({ text }) => /^[所有各该其对向由使让给与及和的]$/u.test(text))
  return from + which + 1
}

const russian = /^\p{Script=Cyrillic}{3,}(?:[ыи]е|[ыи]м|[ыи]х|[ое]му|[ое]й|ая|яя|[ыи]й|[ое]е)$/u

/** Returns where a Russian name begins whose adjectives stand before it: "областные администрации". */
function startOfDescribed(words: Sentence['words'], from: number, at: number): number {
  let start = at
  while (start > from && russian.test(words[start - 1]?.text ?? '')) start--
  return start
}

const joins = /^(?:et|y|e|и|ainsi)$/
const toThem = /^(?:à|au|aux|a|al|le|la|les|los|las|el|l'|ses|leurs|sus)$/

/** Returns where the last of several names ends: "au gouvernement et aux collectivités". */
function endOfNames(words: Sentence['words'], hits: readonly Hit[], from: number): number {
  const end = endOfName(words, from)
  if (!joins.test(words[end]?.text ?? '')) return end
  let at = end + 1
  while (toThem.test(words[at]?.text ?? '')) at++
  const next = hits.find((hit) => hit.at === at && hit.roles.has('agent'))
  return next && at > end + 1 ? endOfNames(words, hits, next.at + next.size) : end
}

const ofWhom = /^(?:de|du|des|d'|del)$/
const article = /^(?:la|las|los|les|le|l'|el)$/

/** Adjectives that follow what they describe: "les collectivités locales", "la administración penitenciaria". */
const adjective =
  /^\p{Ll}{2,}(?:ale?s?|[^a]aux|elles?|iques?|aires?|iennes?|ières?|[^c]iers|ic[oa]s?|ari[oa]s?|iv[oa]s?|ives?|ifs)$/u

/** What follows a verb that only looks like such an adjective: "que el Ministerio publique los datos". */
const object = /^(?:el|la|los|las|un|una|sus?|le|les|l'|une|des|ses|leurs?)$/

/** Returns where a French or Spanish name ends: "Agencia del Agua", "Ministère de l’Intérieur et des Affaires sociales". */
function endOfName(words: Sentence['words'], from: number): number {
  let end = from
  const described = !words[end]?.capital && adjective.test(words[end]?.text ?? '')
  if (described && !object.test(words[end + 1]?.text ?? '')) end++
  for (let at = end; at < words.length; at = end) {
    if (/^(?:y|et)$/.test(words[at]?.text ?? '')) at++
    if (ofWhom.test(words[at]?.text ?? '')) at++
    if (article.test(words[at]?.text ?? '')) at++
    if (!words[at]?.capital || words[at]?.text === words[end - 1]?.text) break
    end = at + 1
  }
  return end
}
