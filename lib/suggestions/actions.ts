import { imperativeAt } from './imperative'
import { askedAt } from './listed-names'
import type { Sentence } from './sentence'
import { hasRole } from './subjects'
import { isVerb, verbOfGerund, verbOfParticiple } from './verbs'

/** Returns the text of a sentence from its action on, or nothing if the action cannot be told. */
export function actionIn(sentence: Sentence): string | undefined {
  const { words, hits, frame } = sentence
  const direct = imperativeAt(words, hits, frame.sort === 'none')
  if (direct !== -1 && (frame.sort === 'none' || words[0]?.text !== 'to')) return fromVerb(sentence, direct)
  if (frame.sort === 'modal') {
    const that = hits.findLast(({ at, roles }) => at >= frame.from && at < frame.at && roles.has('that'))
    return afterModal(sentence, that ? that.at + that.size : frame.from, frame.at, frame.end)
  }
  if (frame.sort === 'none' && !sentence.english) return afterSmall(sentence, 0)
  if (frame.sort === 'none') {
    const asked = askedAt(words, hits)
    return asked === -1 ? undefined : textFrom(sentence, asked + 1)
  }
  if (!['own', 'passive', 'need', 'agreed'].includes(frame.sort)) return
  const modal = hits.find(({ at, roles }) => at >= frame.end && roles.has('modal'))
  const that = hits.find(({ at, roles }) => at >= frame.end && roles.has('that'))
  if (modal && that && that.at < modal.at)
    return afterModal(sentence, that.at + that.size, modal.at, modal.at + modal.size)
  if (that && that.at <= frame.end + 12) {
    const subjunctive = afterSubject(sentence, that.at + that.size)
    if (subjunctive !== undefined) return subjunctive
  }
  const infinitive = infinitiveOf(sentence)
  if (infinitive !== -1) return textFrom(sentence, infinitive)
  return sentence.english ? undefined : afterAgent(sentence)
}

/**
 * Returns the infinitive of what is asked for. One within an aside is passed: "requests the Secretary-General, in
 * consultation with those invited to take part, to submit a report".
 */
function infinitiveOf({ words, frame }: Sentence): number {
  const found = words.flatMap(({ text }, at) =>
    at >= frame.end && isInfinitive(text, words[at - 1]?.text ?? '', words[at + 1]?.text) ? [at] : [],
  )
  const [first = -1] = found
  const isAfterComma = (at: number) => words[at - 2]?.text === ','
  const aside = words.slice(frame.end, Math.max(first, 0)).some(({ text }) => text === ',')
  return aside && !isAfterComma(first) ? (found.find(isAfterComma) ?? first) : first
}

/** Returns whether a word is an infinitive after "to", "de", "à", or a Russian infinitive. */
const isInfinitive = (word: string, before: string, after = '') =>
  (before === 'to' && (isVerb(word) || isVerb(after))) ||
  (/^(?:de|d'|à|a)$/.test(before) && /(?:er|ir|re|ar|oir)$/.test(word)) ||
  /^\p{Script=Cyrillic}{3,}(?:ть|ти|ться|тись)$/u.test(word)

const textFrom = ({ text, words }: Sentence, at: number) => text.slice(words[at]?.start ?? text.length)

/** Returns the text from a verb on. "Verifying data" becomes "Verify data". */
function fromVerb(sentence: Sentence, at: number): string {
  const { words, text } = sentence
  const verb = words[at]
  const base = verb && !isVerb(verb.text) ? verbOfGerund(verb.text) : undefined
  return base && verb ? base + text.slice(verb.end) : textFrom(sentence, at)
}

const notActions = new Set(['not', 'have', 'never'])

/** Returns what somebody should do. A sentence that asks several parties for different things has no one action. */
function afterModal(sentence: Sentence, from: number, at: number, end: number): string | undefined {
  const { words, hits } = sentence
  if (
    hits.some(
      (hit) => hit.at >= end && hit.roles.has('modal') && /^(?:should|shall|must)$/.test(words[hit.at]?.text ?? ''),
    )
  )
    return
  const verb = pastAside(sentence, end)
  const word = words[verb]?.text ?? ''
  if (notActions.has(word)) return
  if (!sentence.english && from === at) return afterAgent(sentence)
  const passive = /\bbe$/.test(words[at + (end - at) - 1]?.text ?? '')
    ? verb
    : word === 'be'
      ? pastAside(sentence, verb + 1)
      : -1
  return passive === -1 ? textFrom(sentence, verb) : turned(sentence, from, at, passive)
}

/** Returns the place after adverbs, and after a clause between commas: "should, by the end of 2027, ensure". */
function pastAside({ words, hits }: Sentence, from: number): number {
  let at = from
  if (words[at]?.text === ':') at += words[at + 1]?.text === '(' ? 4 : 1
  for (;;) {
    const adverb = hits.find((hit) => hit.at === at && hit.roles.has('adverb') && words[at]?.text !== 'not')
    if (adverb) at += adverb.size
    else if (/^[a-z]+ly$/.test(words[at]?.text ?? '') && !isVerb(words[at]?.text ?? '')) at++
    else break
  }
  if (words[at]?.text !== ',') return at
  const comma = words.findIndex(({ text }, place) => place > at && text === ',')
  return comma === -1 ? from : comma + 1
}

/** Turns what should be done into what somebody does: "fees should be reviewed yearly" becomes "Review fees yearly". */
function turned(sentence: Sentence, from: number, at: number, participle: number): string | undefined {
  const { words, text } = sentence
  const verb = verbOfParticiple(words[participle]?.text ?? '')
  const first = words[from]
  const last = words[at - 1]
  if (!verb || !first || !last || words[participle + 1]?.text === 'and') return
  const subject = text.slice(first.start, last.end)
  const proper = first.acronym || words[from + 1]?.capital
  const lower = from === 0 && !proper ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject
  return `${verb} ${lower}${text.slice(words[participle]?.end)}`
}

/** Returns what follows a subject after "that": "that the State party amend the law", "that fees be reviewed". */
function afterSubject(sentence: Sentence, from: number): string | undefined {
  const { words } = sentence
  for (let at = from + 1; at < Math.min(words.length, from + 30); at++) {
    const { text = '', capital = false } = words[at] ?? {}
    if (text === 'be') return turned(sentence, from, at, pastAside(sentence, at + 1))
    if (!capital && isVerb(text) && !/^(?:of|the|a|an|to|for|and|its|their|in|on)$/.test(words[at - 1]?.text ?? ''))
      return textFrom(sentence, at)
  }
  return
}

/** Returns what follows those who are asked, in a language whose verbs are not known here. */
function afterAgent(sentence: Sentence): string | undefined {
  const { hits, frame } = sentence
  const agent = hits.find(({ at, roles }) => at >= frame.end && roles.has('agent'))
  if (!agent || !hasRole(hits, 'agent', frame.end, frame.end + 4)) return
  return afterSmall(sentence, agent.at + agent.size)
}

const smallWords = new Set(['a', 'à', 'de', "d'", 'que', 'qu', 'أن', 'إلى', 'على', ',', '，'])

/** Returns the text from the first word that is more than a preposition: "d’adopter" becomes "adopter". */
function afterSmall(sentence: Sentence, from: number): string {
  let at = from
  while (smallWords.has(sentence.words[at]?.text ?? '')) at++
  return textFrom(sentence, at)
}
