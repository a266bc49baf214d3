import type { Hit, Role } from './lexicon'
import { isPerfect } from './perfect'
import { hasRole, type SubjectSort, subjectSort } from './subjects'
import { ahead, isFirstPerson, isObliging, isWish, toDo } from './wishes'
import type { Word } from './words'

/** What a sentence does, by its first governing verb. */
export type FrameSort =
  | 'own' // the text asks in its own voice
  | 'passive' // somebody is asked
  | 'modal' // somebody or something should
  | 'need'
  | 'agreed' // a body agreed that
  | 'note'
  | 'spoke' // somebody else said
  | 'rule'
  | 'past'
  | 'remark'
  | 'none'

export type Frame = {
  sort: FrameSort
  /** Where the subject begins and ends among the words, and where the verb ends. */
  from: number
  at: number
  end: number
  subject: SubjectSort
}

/** How far after its beginning a main clause has its verb, in words. */
const farthest = 120

type Sentence = { words: readonly Word[]; hits: readonly Hit[] }

const nouns = new Set(['for', 'from', 'of', 'to', 'are', 'were', 'is', 'was'])
const relative = new Set(['what', 'how', 'who', 'which', 'whose', 'where', 'when', 'why', 'whom'])

/** Returns the frame of a sentence. `ownVoice` tells whether "it" and "they" stand for the body whose text this is. */
export function frameOf(sentence: Sentence, ownVoice: boolean): Frame {
  const { words, hits } = sentence
  let from = mainStart(sentence)
  for (const [place, hit] of hits.entries()) {
    if (hit.at > from + farthest) break
    if (hit.at < from) {
      if (hit.roles.has('say') && hit.at > 0 && !hit.roles.has('note'))
        return { sort: 'spoke', from: 0, ...span(hit), subject: 'other' }
      continue
    }
    const subject = subjectSort(words, hits, from, hit.at)
    const sort = sortOf(sentence, place, from, subject, ownVoice)
    const clause = subject === 'body' || subject === 'first' ? clauseOfView(words, hit) : undefined
    if (clause !== undefined && hits.some(({ at, roles }) => at > clause && roles.has('modal'))) from = clause
    else if (sort) return { sort, from, ...span(hit), subject }
  }
  return { sort: 'none', from, at: from, end: from, subject: 'none' }
}

const view =
  /^(?:considers?|believes?|view|opinion|estime|estiment|considère|considera|estima|entiende|считает|полагает|为)$/
const that = /^(?:that|que|qu'?|что)$/

/** Returns where the clause begins after what a body thinks: "The Board is of the view that | the Fund should". */
function clauseOfView(words: readonly Word[], { at, size }: Hit): number | undefined {
  const end = at + size
  if (!view.test(words[end - 1]?.text ?? '')) return
  const next = [end, end + 1].find((place) => that.test(words[place]?.text ?? ''))
  return next === undefined ? (words[end - 1]?.text === '为' ? end : undefined) : next + 1
}

const span = ({ at, size }: Hit) => ({ at, end: at + size })

/** Returns where the main clause begins, after a clause such as "In the light of its report,". */
export function mainStart({ words, hits }: Sentence): number {
  const first = hits[0]
  if (first?.at !== 0 || !(first.roles.has('leading') || first.roles.has('preamble'))) return 0
  const comma = words.findIndex(({ text }, at) => at > 1 && (text === ',' || text === '，' || text === '،'))
  return comma === -1 ? 0 : comma + 1
}

function sortOf(sentence: Sentence, place: number, from: number, subject: SubjectSort, ownVoice: boolean) {
  const { words, hits } = sentence
  const hit = hits[place]
  if (!hit) return
  const { at, size, roles } = hit
  const own = subject === 'body' || subject === 'first' || subject === 'none' || (subject === 'pronoun' && ownVoice)
  if (roles.has('none') || roles.has('and')) return
  if (roles.has('remark')) return 'remark'
  if (roles.has('perfect')) return 'past'
  if (roles.has('ruleVerb') && !own && isRule(sentence, at, from)) return 'rule'
  const next = words[at + size]?.text ?? ''
  if (roles.has('ask')) {
    // "The AAIB recommends that": whose report it is, often stands only in its title.
    if (words[at]?.text === 'recommends' && next === 'that' && words[at - 1]?.acronym) return 'own'
    if (own || bodyNear(sentence, at, from))
      return subject === 'none' && size === 1 && nouns.has(next) ? undefined : 'own'
    return subject === 'agent' || subject === 'pronoun' ? 'spoke' : undefined
  }
  if (roles.has('plainAsk')) {
    // What a body may do asks for nothing: "The court may ask the ministry to pay".
    if (subject === 'body' && /^(?:may|can|could|might|will|would|to|not)$/.test(words[at - 1]?.text ?? ''))
      return undefined
    const near = (next === 'that' && bodyNear(sentence, at, from)) || isFirstPerson(sentence, place)
    return subject === 'first' || (subject === 'body' && next !== 'for') || near ? 'own' : undefined
  }
  if (roles.has('wish') && (own || isFirstPerson(sentence, place)) && subject !== 'none' && isWish(sentence, hit))
    return 'own'
  if (roles.has('insist') && own && subject !== 'pronoun' && that.test(next) && isObliging(sentence, at + size))
    return 'agreed'
  if (roles.has('asked')) return sortOfAsked(sentence, place, subject, own)
  if (roles.has('agree')) return sortOfAgreed(sentence, place, subject, own)
  if (roles.has('need')) return 'need'
  if (roles.has('modal') && isPerfect(words, at + size)) return 'past'
  if (roles.has('modal') && words.slice(at + size).every(({ text }) => text === 'not')) return undefined
  if (roles.has('modal')) return relative.has(words[at - 1]?.text ?? '') ? undefined : 'modal'
  if (roles.has('note') && own) return subject === 'none' && at > from + 1 ? undefined : 'note'
  if (roles.has('note') && bodyNear(sentence, at, from)) return 'note'
  if (roles.has('say')) return 'spoke'
  return undefined
}

/** How far before its verb a rule is looked for, in words: "the manual, as revised in 2019, states". */
const nearest = 6

const isRule = ({ words, hits }: Sentence, at: number, from: number) =>
  !words[at]?.capital &&
  (hasRole(hits, 'rule', Math.max(from, at - nearest), at) || relative.has(words[at - 1]?.text ?? ''))

/** Returns whether a body is the subject after the last comma or conjunction, or directly after the verb. */
function bodyNear({ words, hits }: Sentence, at: number, from: number): boolean {
  let near = at
  while (near > from && !/^(?:[,;:，،]|and|but|that|et|y|и)$/u.test(words[near - 1]?.text ?? '')) near--
  return near < at && subjectSort(words, hits, near, at) === 'body'
}

function sortOfAsked(
  { words, hits }: Sentence,
  place: number,
  subject: SubjectSort,
  own: boolean,
): FrameSort | undefined {
  const roles = rolesBefore(hits, place)
  if (roles.has('be'))
    return subject === 'first' || subject === 'thing' || isAuditor(words, hits[place]?.at ?? 0) ? undefined : 'passive'
  const at = hits[place]?.at ?? 0
  if (roles.has('had') || words.slice(Math.max(0, at - nearest), at).some(({ text }) => earlier.test(text)))
    return 'past'
  if (subject === 'none') return
  if (!own) return 'spoke'
  // "The Committee invited three experts to its meeting" asks for nothing.
  const asks =
    words.slice(at, at + ahead.deed).some(({ text }) => introducing.test(text) && text !== 'to') ||
    /[:：]/.test(words.at(-1)?.text ?? '')
  return asks || !/^[a-z]+$/.test(words[at]?.text ?? '') || toDo(words, at, at + ahead.deed) ? 'own' : undefined
}

const earlier = /^(?:previous|prior|last|former|précédent|anterior)$/
const auditors = /^(?:gao|oios|jiu|audit|auditors|inspectors|inquiry|review|evaluation)$/
const isAuditor = (words: readonly Word[], at: number) => words.slice(0, at).some(({ text }) => auditors.test(text))

const introducing = /^(?:that|to|on|que|qu|de|что|أن|بأن|على|\p{Script=Han})$/u

function sortOfAgreed(
  { hits, words }: Sentence,
  place: number,
  subject: SubjectSort,
  own: boolean,
): FrameSort | undefined {
  const hit = hits[place]
  const roles = rolesBefore(hits, place)
  const that = words[(hit?.at ?? 0) + (hit?.size ?? 0)]?.text
  if (roles.has('be') && subject !== 'pronoun') return
  if (roles.has('be')) return 'agreed'
  if (subject === 'none') return
  if (!own) return 'spoke'
  return introducing.test(that ?? '') ? 'agreed' : 'note'
}

/** Returns the roles of the phrase before a verb, past adverbs. */
function rolesBefore(hits: readonly Hit[], place: number): ReadonlySet<Role> {
  let at = hits[place]?.at ?? 0
  for (let before = place - 1; before >= 0; before--) {
    const hit = hits[before]
    if (!hit || hit.at + hit.size < at) break
    if (!hit.roles.has('adverb') || hit.roles.has('had')) return hit.roles
    at = hit.at
  }
  return new Set()
}
