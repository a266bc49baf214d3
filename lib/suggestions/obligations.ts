import { byWhom, obliged } from './addressees'
import { isDeedAt, pastAdverbs } from './deeds'
import type { Sentence } from './sentence'
import { isVerb, verbOfParticiple } from './verbs'

type Asking = Pick<Sentence, 'words' | 'hits' | 'frame' | 'english'>

/** How far after "should" or "it is essential that" those who are to act stand, in words. */
const near = 6

/** Returns whether a modal verb says what somebody is to do. */
export function isForSomebody({ words, hits, frame, english }: Asking): boolean {
  const { subject, end, at, from } = frame
  if (['agent', 'first', 'pronoun', 'body'].includes(subject)) return true
  if (words[end]?.text === 'be' && (byWhom(words, hits, end) || obliged.test(words[end + 1]?.text ?? ''))) return true
  if (subject === 'other' && (words[from]?.text === 'there' || isDeedAt(words, end, english))) return true
  if (subject === 'none' && !english && at === from) return true
  // In Arabic and Russian, those who are to act may follow.
  if (!english && at === from) return hits.some((hit) => hit.roles.has('agent') && hit.at >= end && hit.at < end + near)
  return false
}

/** Returns whether something should be done, without saying by whom: "Steps should be taken", "Debe crearse un fondo". */
export function isToBeDone({ words, frame, english }: Asking): boolean {
  const at = pastAdverbs(words, frame.end, english)
  const isPassive = [words[frame.end - 1], words[at]].some((word) => be.test(word?.text ?? ''))
  if (!isPassive) return reflexive.test(words[at]?.text ?? '')
  const done = words[pastAdverbs(words, be.test(words[at]?.text ?? '') ? at + 1 : at, english)]?.text ?? ''
  return english ? isDone(done) : participle.test(done)
}

const be = /^(?:be|être|ser|быть)$/
const reflexive = /^\p{Script=Latin}{2,}[aei]rse$/u

/** Participles of French, Spanish and Russian. */
const participle =
  /^(?:\p{L}+(?:ée?s?|[iut]e?s?|[ai]d[oa]s?|ch[oa]s?|st[oa]s?|ны|на|но|ты|та|то)|pris(?:es?)?|mis(?:es?)?)$/u

const isDone = (word: string) => word === 'done' || /^[a-z]{4,}ed$/.test(word) || verbOfParticiple(word) !== undefined

/** Returns whether what should be done is only said: "The team should be congratulated". */
export const isPraise = ({ words, frame: { end } }: Asking) =>
  words[end]?.text === 'be' &&
  /^(?:congratulated|commended|praised|applauded|thanked)$/.test(words[end + 1]?.text ?? '')

/** What a sentence that begins like a need only says: "It is important to note that". */
const remarks =
  /^(?:note|recall|stress|remember|recogni[sz]e|emphasi[sz]e|mention|point|underline|understand|acknowledge|observe|distinguish|add|say|noter|rappeler|souligner|préciser|relever|observer|señalar|recordar|subrayar|destacar|mencionar|отметить|напомнить|подчеркнуть)$/

/** Returns whether a need is told of: "It was essential". */
export const isPast = ({ words, frame: { at, end } }: Pick<Sentence, 'words' | 'frame'>) =>
  words.slice(at, end).some(({ text }) => /^(?:was|were|было)$/.test(text))

/** Returns what a need is for: that somebody acts, something that is to be done, only a remark, or neither. */
export function needOf({ words, hits, frame, english }: Asking): 'who' | 'deed' | 'remark' | undefined {
  const { at, end, subject } = frame
  if (isPast({ words, frame })) return whoIn({ words, hits, frame })
  const to = [end - 1, end, end + 1].find((place) => /^(?:to|de|d'|a)$/.test(words[place]?.text ?? ''))
  const verb = words[pastAdverbs(words, to === undefined ? end : to + 1, english)]?.text ?? ''
  if (remarks.test(verb)) return 'remark'
  if (whoIn({ words, hits, frame })) return 'who'
  if (!english) return subject === 'thing' ? undefined : 'deed'
  if (
    direct.test(
      words
        .slice(at, end)
        .map(({ text }) => text)
        .join(' '),
    )
  )
    return 'deed'
  return (to !== undefined && isVerb(verb)) || thatIn(words, end) ? 'deed' : undefined
}

/** Needs that say by themselves that something is to be done: "Urgent action is required", "The Agency would benefit from". */
const direct =
  /^(?:(?:stresses|emphasizes|underlines|underscores|highlights|reiterates|reaffirms|attention|would) .*|there .* case for|(?:action|work|measures|steps|efforts|more) .*)$/

const that = /^(?:that|for|on|upon|que|qu|чтобы|أن)$/
const thatIn = (words: Sentence['words'], end: number) =>
  that.test(words[end - 1]?.text ?? '') || that.test(words[end]?.text ?? '')

/** Returns whether a need is that somebody acts: "It is essential that States ratify the treaty". */
function whoIn({ words, hits, frame: { end } }: Omit<Asking, 'english'>): 'who' | undefined {
  const from = [end - 1, end, end + 1].find((at) => that.test(words[at]?.text ?? ''))
  const found = from !== undefined && hits.some(({ at, roles }) => roles.has('agent') && at > from && at <= from + near)
  return found ? 'who' : undefined
}
