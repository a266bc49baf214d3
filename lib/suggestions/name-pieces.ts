import type { Hit } from './lexicon'
import { type Range, skipped } from './listed-names'
import type { Sentence } from './sentence'
import { headOf } from './subjects'

/** Divides "the Treasury and the Department" in two. "The Ministry of Trade and Industry" stays one. */
export function piecesOf({ words, hits }: Sentence, { from, to }: Range): Range[] {
  const agents = hits.filter(({ at, roles }) => at >= from && at < to && roles.has('agent'))
  const pieces: Range[] = []
  let start = from
  for (let at = from + 1; at < to; at++) {
    const text = words[at]?.text ?? ''
    if (text !== 'and' && text !== ',' && text !== 'et' && text !== 'y' && text !== 'и') continue
    const next = words[at + 1]?.text ?? ''
    if (describing.test(next)) break
    const named = /^(?:the|other|all|les?|la|los|las|el|à|aux?|al?|ses|leurs|sus)$/.test(next)
    const plain =
      isPluralAgent(hits, words, at + 1) ||
      !words.slice(start, at).some((word) => /^(?:of|for|de|du|des)$/.test(word.text))
    const left = agents.some((agent) => agent.at >= start && agent.at < at)
    const right = agents.some((agent) => agent.at > at)
    if (!(named || (plain && left && right) || areAcronyms(words, start, at, to))) continue
    pieces.push({ from: start, to: at })
    start = at + 1
  }
  return [...pieces, { from: start, to }].filter((piece) => piece.to > piece.from)
}

/** Returns whether many who act are named at a place: "and | heads of procurement". */
const isPluralAgent = (hits: readonly Hit[], words: Sentence['words'], at: number) =>
  /[^s]s$/.test(words[at]?.text ?? '') && hits.some((hit) => hit.at === at && hit.roles.has('agent'))

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
export function nameOf({ text, words }: Sentence, { from, to }: Range): string {
  let first = from
  while (first < to && skipped.test(words[first]?.text ?? '')) first++
  const clause = words
    .slice(first, to)
    .findIndex(
      ({ text: word }, at) => at > 0 && (describes.test(word) || (word === 'with' && isAside(words, first + at))),
    )
  let last = clause === -1 ? to : first + clause
  while (last > first && /^(?:,|and|also|then|therefore|is|are|not)$/.test(words[last - 1]?.text ?? '')) last--
  while (last > first && /^[还也亦均都并应]$/u.test(words[last - 1]?.text ?? '')) last--
  const head = headOf(words.slice(first, last))
  if (head.length === 0) return ''
  return text.slice(words[first]?.start, words[last - 1]?.end)
}
