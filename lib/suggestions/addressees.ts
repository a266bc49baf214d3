import { infinitiveAt, isDeedAt } from './deeds'
import { isAddressed } from './direct-requests'
import { firstAgent, preposition } from './first-agent'
import type { Hit } from './lexicon'
import { actsAt, askedAt, isActorBefore, isAgentive, isName, isPlural, type Range, toWhom } from './listed-names'
import { nameOf, piecesOf } from './name-pieces'
import { whoOpens } from './openings'
import type { Sentence } from './sentence'
import { headOf } from './subjects'
import { isUnclear, isVerb } from './verbs'

/** The most words of all names together. Longer subjects are no names. */
const longestName = 60

/** Returns the names of those whom a sentence asks to act, in its own words. */
export function namesIn(sentence: Sentence): string[] {
  const range = rangeOf(sentence)
  if (range && range.to - range.from > longestName) return []
  return range
    ? piecesOf(sentence, range)
        .map((piece) => nameOf(sentence, piece))
        .filter((name) => name !== '')
    : []
}

function rangeOf({ words, hits, frame, english }: Sentence): Range | undefined {
  const acts = frame.subject === 'agent' || frame.subject === 'body'
  if (frame.sort === 'modal') {
    if (words[frame.end]?.text === 'be' || words[frame.end - 1]?.text === 'be') {
      if (
        obliged.test(
          words[frame.end]?.text === 'be' ? (words[frame.end + 1]?.text ?? '') : (words[frame.end]?.text ?? ''),
        )
      )
        return { from: frame.from, to: frame.at }
      return byWhom(words, hits, frame.end)
    }
    if (acts || areMany(words, frame, english)) return { from: frame.from, to: frame.at }
    return english ? undefined : firstAgent(words, hits, frame.end)
  }
  if (frame.sort === 'passive' && frame.subject !== 'pronoun')
    return { from: frame.from, to: frame.at - beforeVerb(hits, frame.at) }
  if (isName({ words, hits, frame })) return { from: 0, to: words.length - 1 }
  if (isAddressed({ words, english })) return { from: 1, to: words.findIndex(({ text }) => text === ':') }
  const asked = english && frame.sort === 'none' ? Math.max(askedAt(words, hits), actsAt(words, hits)) : -1
  if (asked !== -1) return { from: 0, to: asked }
  const listed = english ? toWhom(words, frame.end) : undefined
  if (listed) return listed
  const opens = !english && frame.sort === 'none' ? whoOpens(words, hits) : undefined
  if (opens) return opensWith(words, hits, opens)
  if (!['own', 'passive', 'need', 'agreed'].includes(frame.sort)) return
  const toDo = words.findIndex(({ text }, at) => at > frame.end && text === 'to' && isVerb(words[at + 1]?.text ?? ''))
  const last = Math.min(frame.end + 12, toDo === -1 ? words.length : toDo)
  const that = hits.find(({ at, roles }) => at >= frame.end && at < last && roles.has('that'))
  const from = that ? that.at + that.size : frame.end
  if (english && pronoun.test(words[from]?.text ?? '')) return antecedent(words, frame.end, from)
  if (!english)
    return (
      firstAgent(words, hits, frame.end) ??
      (frame.subject === 'body' ? undefined : firstAgent(words, hits, 0, frame.at))
    )
  const to = words.slice(0, from + longestName).findIndex((_, at) => at > from && endsName(words, hits, at))
  if (words[to]?.text === 'be' || words[to + 1]?.text === 'be') return byWhom(words, hits, to)
  const named = hits.some(({ at, size, roles }) => roles.has('agent') && at >= from && at + size <= to)
  const many = to !== -1 && to === words.length - 1 && isPlural(words, from, to)
  const known = named || many || isProper(words, from, to) || isActorBefore(words, hits, from, to)
  return to !== -1 && known ? { from, to } : undefined
}

/** Returns those with whom an item begins. In Russian, all words before the verb name them. */
function opensWith(words: Sentence['words'], hits: readonly Hit[], opens: Hit): Range | undefined {
  const verb = words.findIndex(
    ({ text }, at) =>
      at >= opens.at + opens.size && at < opens.at + 12 && (infinitiveAt(words, at) || preposition.test(text)),
  )
  const russian = /^\p{Script=Cyrillic}/u.test(words[opens.at]?.text ?? '')
  return russian && verb !== -1 ? { from: 0, to: verb } : firstAgent(words, hits, 0, opens.at + 1)
}

const pronoun = /^(?:it|they|them|he|she)$/

/** Returns whom "they" are: those to whom a verb speaks, or else the subject of the sentence. */
function antecedent(words: Sentence['words'], asked: number, at: number): Range | undefined {
  if (words[asked]?.text === 'to') return { from: asked + 1, to: words[at - 1]?.text === 'that' ? at - 1 : at }
  const verb = words.findIndex(
    ({ text }, place) => place > 0 && /^(?:is|are|has|have|had|was|were|could|can|may)$/.test(text),
  )
  return verb > 0 && verb < asked ? { from: 0, to: verb } : undefined
}

/** Returns whether many should do something that only somebody can do: "Teachers in the region should train". */
const areMany = (words: Sentence['words'], { from, at, end, subject }: Sentence['frame'], english: boolean) =>
  subject === 'other' &&
  isDeedAt(words, end, english) &&
  (english
    ? isPlural(words, from, at) || isAgentive(headOf(words.slice(from, at)).at(-1)?.text ?? '')
    : /^(?:les|los|las)$/.test(words[from]?.text ?? ''))

/** What somebody is who has to do what follows: "operators should be required to keep a record". */
export const obliged = /^(?:required|encouraged|invited|asked|requested|directed|urged|obliged|instructed)$/

const isProper = (words: Sentence['words'], from: number, to: number) =>
  words.slice(from, to).some(({ capital }) => capital)

/** Returns how many words of "is also" stand before the participle. */
function beforeVerb(hits: readonly Hit[], verb: number): number {
  let at = verb
  for (const hit of hits.toReversed()) {
    if (hit.at + hit.size === at && (hit.roles.has('be') || hit.roles.has('adverb'))) at = hit.at
  }
  return verb - at
}

function endsName(words: Sentence['words'], hits: readonly Hit[], at: number): boolean {
  const { text = '', capital = false } = words[at] ?? {}
  if (/^(?:to|:|\(|;|who|which|that|be|have)$/.test(text) || text === ',') return true
  if (hits.some((hit) => hit.at === at && hit.roles.has('modal'))) return true
  // "that the Government funds the centres"
  if (!capital && /[^s]s$/.test(text) && isVerb(text.slice(0, -1)) && endsAgent(words, hits, at)) return true
  // "that the Trust commission an inspection"
  const object = /^(?:a|an|the|its|all|any|each)$/.test(words[at + 1]?.text ?? '')
  if (!capital && isVerb(text) && object && endsAgent(words, hits, at)) return true
  return (
    !capital &&
    isVerb(text) &&
    !/^(?:the|of|and|a|an|for)$/.test(words[at - 1]?.text ?? '') &&
    (!isUnclear(text) || canBeActor(words[at - 1])) &&
    !hits.some((hit) => at >= hit.at && at < hit.at + hit.size && hit.roles.has('agent'))
  )
}

/** Returns whether a verb can follow a word, and not the noun that is like it: "States | report", but "a full | report". */
const canBeActor = (word: Sentence['words'][number] | undefined) => word?.capital || /[^s]s$/.test(word?.text ?? '')

/** Returns whether one who acts is named directly before a place: "the Government". */
const endsAgent = (words: Sentence['words'], hits: readonly Hit[], at: number) =>
  words[at - 1]?.capital === true && hits.some((hit) => hit.roles.has('agent') && hit.at + hit.size === at)

/** Returns who acts in a passive: "should be reviewed by the Board". */
export function byWhom(words: Sentence['words'], hits: readonly Hit[], from: number): Range | undefined {
  const by = words.findIndex(({ text }, at) => at >= from && text === 'by' && words[at + 1]?.text === 'the')
  if (by === -1) return
  const agent = hits.find(({ at, roles }) => at > by && at < by + 6 && roles.has('agent'))
  if (!agent) return
  let to = agent.at + agent.size
  while (/^(?:of|for)$/.test(words[to]?.text ?? '') && words[to + 1]?.capital) to += 2
  return { from: by + 1, to }
}
