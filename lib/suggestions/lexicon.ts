import { type Word, wordsOf } from './words'

/** What a word or phrase does in a sentence that may recommend something. */
export type Role =
  /** Asks in the voice of the text itself: "recommends", "urges". */
  | 'ask'
  /** Asks only after "we" or a plural, otherwise a noun: "request". */
  | 'plainAsk'
  /** Asks only with somebody who is to act: "expects the Ministry to publish". */
  | 'wish'
  /** Asks only with "that" and "should": "stresses that States should". */
  | 'insist'
  /** Asked, or was asked: "requested". */
  | 'asked'
  | 'be'
  | 'had'
  | 'adverb'
  | 'modal'
  | 'need'
  | 'say'
  | 'agree'
  /** What a body does without asking for anything: "welcomes", "notes". */
  | 'note'
  | 'body'
  | 'first'
  | 'pronoun'
  | 'agent'
  /** What cannot act: "report". */
  | 'thing'
  | 'rule'
  | 'ruleVerb'
  | 'perfect'
  | 'remark'
  | 'condition'
  | 'answer'
  | 'thanks'
  | 'seized'
  | 'preamble'
  /** Begins a clause before the main one: "in", "while". */
  | 'leading'
  | 'lawful'
  | 'and'
  | 'that'
  /** A phrase that another role would misread. */
  | 'none'

export type Table = Partial<Record<Role, string>>

/** A phrase found in a text: its place among the words, its length in words, and its roles. */
export type Hit = { at: number; size: number; roles: ReadonlySet<Role> }

type Entry = { words: string[]; roles: Set<Role> }
export type Lexicon = ReadonlyMap<string, readonly Entry[]>

/** Compiles phrases that are divided by "|". A word may begin with one of the prefixes, such as the Arabic "and". */
export function lexiconOf(table: Table, prefixes: readonly string[] = []): Lexicon {
  const entries = new Map<string, Entry>()
  for (const [role, phrases] of Object.entries(table) as [Role, string][]) {
    for (const phrase of phrases.split('|')) {
      const words = wordsOf(phrase).map(({ text }) => text)
      for (const prefix of ['', ...prefixes]) {
        const key = prefix + words.join(' ')
        const entry = entries.get(key) ?? { words: key.split(' '), roles: new Set<Role>() }
        entry.roles.add(role)
        entries.set(key, entry)
      }
    }
  }
  const lexicon = new Map<string, Entry[]>()
  for (const entry of [...entries.values()].sort((one, other) => other.words.length - one.words.length)) {
    const [first = ''] = entry.words
    lexicon.set(first, [...(lexicon.get(first) ?? []), entry])
  }
  return lexicon
}

/** Returns the phrases of a lexicon in a text, in order and without overlaps. The longest phrase wins. */
export function hitsIn(words: readonly Word[], lexicon: Lexicon): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < words.length; at++) {
    const entries = lexicon.get(words[at]?.text ?? '') ?? []
    const found = entries.find((entry) => entry.words.every((word, place) => words[at + place]?.text === word))
    if (!found) continue
    hits.push({ at, size: found.words.length, roles: found.roles })
    at += found.words.length - 1
  }
  return hits
}
