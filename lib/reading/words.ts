import { isCommonWord } from './common-words'

/** What becomes of the hyphen between two halves of a word at the end of a line. */
export type Joint = 'joined' | 'kept' | 'unsure'

/** Beginnings after which English keep the hyphen. */
const prefixes = new Set(
  'all anti co cross e ex extra full half high ill inter intra long low mid multi non off on one post pre pro quasi re self semi short single sub super trans two three four un under up vice well'.split(
    ' ',
  ),
)
const certain = new Set(
  'all cross ex full half high long low mid non one quasi self semi short single vice well two three four'.split(' '),
)

/** Beginnings that are never apart from their word: "dis-aggregated". */
const bound = new Set('dis im ir il mis en em'.split(' '))

/** Beginnings that make two words of many that are also written as one: "well-being". */
const doubtful = new Set('non self vice well'.split(' '))

/** Ends of the same sort, "drop-out" and "stand-alone", and words that only seem to have them. */
const particles = new Set('alone back by down in off on out over up'.split(' '))
const whole = /^(?:without|throughout|within|herein|therein|wherein|upon|moreover|whereby|thereby|hereby|nearby)$/

/** Words that some write as one and others with a hyphen: "healthcare", "co-operation", "policymakers". */
const bothWays =
  /^(?:co(?:operat|ordinat)\p{L}+|(?:health|child|day|after)care|(?:policy|decision|law)mak(?:ers?|ing)|socioeconomic|sub(?:region(?:al|s)?|national|groups?)|counter(?:terrorism|measures?)|inter(?:agency|departmental|ministerial)|antipersonnel|micro(?:credit|finance)|peace(?:keep(?:ers?|ing)|building|making)|cyber(?:security|crimes?|space|attacks?)|small(?:holders?|scale)|timeframes?|workplans?|(?:country|nation|world|system)wide|long(?:standing|term)|re(?:establish|examin|evaluat|integrat)\p{L}*|fundraising|caregivers?|emails?)$/u

const mayBeTwo = (first: string, second: string) =>
  doubtful.has(first) || bothWays.test(first + second) || (particles.has(second) && !whole.test(first + second))

/** Ends before which the hyphen stays: "rights-based". */
const suffixes = new Set(
  'affected aware based bearing building centred centered compliant contained cutting daily depth driven economic effective efficient elect eyed facing free friendly funded general generated going governmental grained growing hand held income intensive interest income keeping led level like line long looking made making management minded monitoring named neutral off oriented orientated out owned paid party poor prone proof quality ranking rate ready related relevant resistant responsive rich run saving scale sensitive sharing sized specific stage standing state style term time to tier traditional type up wide year yearly'.split(
    ' ',
  ),
)

/** First and second parts of French and Russian words that keep their hyphen: "peut-être", "celui-ci", "кто-либо". */
const firsts = new Set(
  'peut celui celle ceux celles vice sous demi quelques là vis dix vingt trente quarante cinquante quatre soixante по'.split(
    ' ',
  ),
)
const seconds = new Set(
  'être ci là même mêmes il elle ils elles on ce delà dessus dessous vis либо нибудь то'.split(' '),
)
const besides = new Set([...firsts, ...seconds, 'au'])

/** Ends that are no words of their own: "develop-ment". */
const fragment =
  /^(?:[bcdfghjklmnprstv]{0,2}(?:ments?|tions?|sions?|tionally?|ations?|ational|itions?|utions?|mental|mentary|ances?|ences?|iveness|ability|ibility|ization|isation|ically|atively|ities|icies)|ings?|ed|ly|ness|ity|ency|ancy|able|ible|ably|ally|ative|itive|tures?|ist|ists|ism|ized|ised|izing|ising|cies|ties|ries|ary|ory|ous|ive|ic|ical|ment)$/

const ended = /(?<![\p{L}\p{M}])([\p{L}\p{M}]{1,40})[-‐]$/u
const begun = /^([\p{Ll}\p{M}]+)/u
const wordsIn = /[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu

/** Returns the two halves of a word that may be broken between two lines, in small letters. */
export function halvesOf(before: string, after: string): [string, string] | undefined {
  if (!before.endsWith('-') && !before.endsWith('‐')) return undefined
  const first = ended.exec(before)?.[1]
  const second = begun.exec(after)?.[1]
  return first && second ? [first.toLowerCase(), second.toLowerCase()] : undefined
}

/** Returns a function that decides about a broken word, first by the other words of the text, then by those of English. */
export function wordsOf(lines: readonly { text: string }[]) {
  const counts = countsOf(lines)
  const all = (word: string) => formsOf(word).reduce((sum, form) => sum + (counts.get(form) ?? 0), 0)
  const english = counts.size > 0 && isEnglish(lines)
  return ([first, second]: [string, string]): Joint => {
    const [joined, hyphenated] = [all(first + second), all(`${first}-${second}`)]
    if (joined !== hyphenated) return joined > hyphenated ? 'joined' : 'kept'
    if (joined > 0) return 'unsure'
    if (!english) return firsts.has(first) || seconds.has(second) ? 'kept' : 'joined'
    const [begins, ends] = [isCommonWord(first), isCommonWord(second)]
    if (isCommonWord(first + second))
      return (begins || prefixes.has(first)) && ends && mayBeTwo(first, second) ? 'unsure' : 'joined'
    const compound = (certain.has(first) && ends) || (suffixes.has(second) && begins)
    if (compound || besides.has(first) || besides.has(second)) return 'kept'
    if (fragment.test(second) || bound.has(first)) return 'joined'
    return ends && (begins || prefixes.has(first)) ? 'unsure' : 'joined'
  }
}

const everywhere = /(?<!\p{L})(?:the|of|and|to|in|for|is)(?!\p{L})/giu
const spaced = /\s/gu

/** How much of a text tells whether it is English, in lines, and how many of its words are the most frequent ones. */
const enough = { lines: 2_000, share: 0.06 }

/** Returns whether a text is English. Words that are joined in other languages may look like two of English. */
function isEnglish(lines: readonly { text: string }[]): boolean {
  const text = lines
    .slice(0, enough.lines)
    .map(({ text }) => text)
    .join('\n')
  const [frequent, all] = [everywhere, spaced].map((one) => text.match(one)?.length ?? 0)
  return (frequent ?? 0) >= enough.share * (all ?? 0)
}

export type JointOf = ReturnType<typeof wordsOf>

/** Returns a word as one and as many. */
const formsOf = (word: string) => [word, word.endsWith('s') ? word.slice(0, -1) : `${word}s`]

/** Counts the words that a broken word may be: only these are looked for. */
function countsOf(lines: readonly { text: string }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [place, { text }] of lines.entries()) {
    const halves = halvesOf(text.slice(-100), (lines[place + 1]?.text ?? '').slice(0, 100))
    if (!halves) continue
    for (const word of [halves.join(''), halves.join('-')]) for (const form of formsOf(word)) counts.set(form, 0)
  }
  if (counts.size === 0) return counts
  for (const { text } of lines) {
    for (const [word] of text.toLowerCase().replaceAll('‐', '-').matchAll(wordsIn)) {
      const count = counts.get(word)
      if (count !== undefined) counts.set(word, count + 1)
    }
  }
  return counts
}
