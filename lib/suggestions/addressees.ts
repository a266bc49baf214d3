import { isDeedAt } from './deeds'
import { firstAgent } from './first-agent'
import type { Hit } from './lexicon'
import { actsAt, askedAt, isName, isPlural, type Range, skipped, toWhom } from './listed-names'
import { whoOpens } from './openings'
import type { Sentence } from './sentence'
import { headOf } from './subjects'
import { isVerb } from './verbs'

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
  const asked = english && frame.sort === 'none' ? Math.max(askedAt(words, hits), actsAt(words, hits)) : -1
  if (asked !== -1) return { from: 0, to: asked }
  const listed = english ? toWhom(words, frame.end) : undefined
  if (listed) return listed
  const opens = !english && frame.sort === 'none' ? whoOpens(words, hits) : undefined
  if (opens) return firstAgent(words, hits, 0, opens.at + 1)
  if (!['own', 'passive', 'need', 'agreed'].includes(frame.sort)) return
  const that = hits.find(({ at, roles }) => at >= frame.end && at < frame.end + 12 && roles.has('that'))
  const from = that ? that.at + that.size : frame.end
  if (!english) return firstAgent(words, hits, frame.end) ?? firstAgent(words, hits, 0, frame.at)
  const to = words.slice(0, from + longestName).findIndex((_, at) => at > from && endsName(words, hits, at))
  if (words[to]?.text === 'be' || words[to + 1]?.text === 'be') return byWhom(words, hits, to)
  const named = hits.some(({ at, size, roles }) => roles.has('agent') && at >= from && at + size <= to)
  const many = to !== -1 && to === words.length - 1 && isPlural(words, from, to)
  return to !== -1 && (named || many || isProper(words, from, to)) ? { from, to } : undefined
}

/** Returns whether many should do something that only somebody can do: "Teachers in the region should train". */
const areMany = (words: Sentence['words'], { from, at, end, subject }: Sentence['frame'], english: boolean) =>
  subject === 'other' &&
  isDeedAt(words, end, english) &&
  (english ? isPlural(words, from, at) : /^(?:les|los|las)$/.test(words[from]?.text ?? ''))

/** What somebody is who has to do what follows: "operators should be required to keep a record". */
const obliged = /^(?:required|encouraged|invited|asked|requested|directed|urged|obliged|instructed)$/

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
  return (
    !capital &&
    isVerb(text) &&
    !/^(?:the|of|and|a|an|for)$/.test(words[at - 1]?.text ?? '') &&
    !hits.some((hit) => at >= hit.at && at < hit.at + hit.size && hit.roles.has('agent'))
  )
}

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

/** Divides "the Treasury and the Department" in two. "The Ministry of Trade and Industry" stays one. */
function piecesOf({ words, hits }: Sentence, { from, to }: Range): Range[] {
  const agents = hits.filter(({ at, roles }) => at >= from && at < to && roles.has('agent'))
  const pieces: Range[] = []
  let start = from
  for (let at = from + 1; at < to; at++) {
    const text = words[at]?.text ?? ''
    if (text !== 'and' && text !== ',' && text !== 'et' && text !== 'y' && text !== 'и') continue
    const next = words[at + 1]?.text ?? ''
    if (describing.test(next)) break
    const named = /^(?:the|other|all|les?|la|los|las|el|à|aux?|al?|ses|leurs|sus)$/.test(next)
    const plain = !words.slice(start, at).some((word) => /^(?:of|for|de|du|des)$/.test(word.text))
    const left = agents.some((agent) => agent.at >= start && agent.at < at)
    const right = agents.some((agent) => agent.at > at)
    if (!(named || (plain && left && right) || areAcronyms(words, start, at, to))) continue
    pieces.push({ from: start, to: at })
    start = at + 1
  }
  return [...pieces, { from: start, to }].filter((piece) => piece.to > piece.from)
}

/** Returns whether "and" stands between two names that are nothing but capitals: "UNEP and FAO". */
function areAcronyms(words: Sentence['words'], from: number, and: number, to: number): boolean {
  const first = words[from]?.text === 'the' ? from + 1 : from
  const alone = and + 2 >= to || words[and + 2]?.text === 'and' || words[and + 2]?.text === ','
  return first === and - 1 && words[first]?.acronym === true && words[and + 1]?.acronym === true && alone
}

/** What begins a clause that only describes the name before it: ", in his capacity as Chair," */
const describing =
  /^(?:in|as|who|which|whose|acting|through|with|including|by|under|where|when|if|en|dans|avec|como|con)$/

const describes = /^(?:who|which|that|,|\(|working|concerned|in|under|within)$/

/** Returns whether "with" says by which means something is done, and not which of many are meant: "States with coasts". */
const isAside = (words: Sentence['words'], at: number) =>
  words
    .slice(at + 1, at + 4)
    .some(({ text }) =>
      /^(?:support|assistance|help|aid|cooperation|participation|involvement|view|regard|respect)$/.test(text),
    )

/** Returns the name without the articles before it and without what only describes it. */
function nameOf({ text, words }: Sentence, { from, to }: Range): string {
  let first = from
  while (first < to && skipped.test(words[first]?.text ?? '')) first++
  const clause = words
    .slice(first, to)
    .findIndex(
      ({ text: word }, at) => at > 0 && (describes.test(word) || (word === 'with' && isAside(words, first + at))),
    )
  let last = clause === -1 ? to : first + clause
  while (last > first && /^(?:,|and|also|then|therefore|is|are)$/.test(words[last - 1]?.text ?? '')) last--
  while (last > first && /^[还也亦均都并应]$/u.test(words[last - 1]?.text ?? '')) last--
  const head = headOf(words.slice(first, last))
  if (head.length === 0) return ''
  return text.slice(words[first]?.start, words[last - 1]?.end)
}
