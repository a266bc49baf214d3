/**
 * How the first line of a paragraph begins: "15.", "12 bis.", "139.12", "(a)", "Recommendation 1", or only a list
 * marker.
 */
export type Opening = {
  sort: 'number' | 'named' | 'part' | 'mark'
  /** The label as printed, without the full stop after a number. Empty for a list marker. */
  label: string
  rest: string
  /** Whether a list marker precedes the label, as in "- 15. ". */
  marked: boolean
}

const mark = /^[-–—*•·▪◦]\s+/u

const patterns = [
  { sort: 'number', pattern: /^(\p{Nd}{1,3}(?:\s?(?:bis|ter|quater|quinquies|sexies))?)\.(?:\s+|$)/u },
  { sort: 'number', pattern: /^(\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,9})\.?(?:\s+|$)/u },
  { sort: 'part', pattern: /^(\((?:\p{L}|[ivxl]{1,6}|\p{Nd}{1,2})(?:\s(?:bis|ter|quater))?\))(?:\s+|$)/u },
  { sort: 'part', pattern: /^((?:\p{Ll}|[ivxl]{1,6})\))(?:\s+|$)/u },
  // The form that auditors print, on its own line or before the text. Within a sentence, a number can follow other
  // words.
  {
    sort: 'named',
    pattern:
      /^((?:Recommendation|RECOMMENDATION|Rec\.|Recommandation|RECOMMANDATION|Recomendación|RECOMENDACIÓN|Рекомендация|РЕКОМЕНДАЦИЯ)\s(?:\p{Nd}{1,3}|\p{Lu}))(?:$|\s?[.:](?:\s+|$)|\s[–—]\s)/u,
  },
] as const

export function openingOf(line: string): Opening | undefined {
  const marked = mark.test(line)
  const bare = line.replace(mark, '')
  for (const { sort, pattern } of patterns) {
    const [all, label] = pattern.exec(bare) ?? []
    if (all !== undefined && label !== undefined) return { sort, label, rest: bare.slice(all.length), marked }
  }
  return marked ? { sort: 'mark', label: '', rest: bare, marked } : undefined
}

/** Returns whether one number directly follows another: 16 or "15 bis" after 15, "3.5" after "3.4". */
export function comesAfter(label: string, last: string): boolean {
  const [one, other] = [numbersIn(label), numbersIn(last)]
  const same = one.slice(0, -1).join() === other.slice(0, -1).join() && one.length === other.length
  const step = (one.at(-1) ?? 0) - (other.at(-1) ?? 0)
  return same && (step === 1 || (step === 0 && /\p{L}$/u.test(label)))
}

const numbersIn = (label: string) => label.split('.').map((number) => Number.parseInt(number.normalize('NFKC'), 10))

export type Counting = 'letters' | 'romans' | 'digits'

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv', 'xvi']
const alphabets = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщэюя', 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ']

/** Returns the possible places of a part, counted from 1: "(i)" is the ninth letter and the first Roman number. */
export function placesOf(label: string): Map<Counting, number> {
  const [word = ''] = label.split(/\s/, 1)
  const bare = word.replace(/[()]/g, '').toLowerCase()
  const letters = alphabets.map((alphabet) => [...alphabet].indexOf(bare) + 1)
  const digits = /^\p{Nd}+$/u.test(bare) ? Number.parseInt(bare.normalize('NFKC'), 10) : 0
  const places: [Counting, number][] = [
    ['letters', Math.max(...letters)],
    ['romans', romans.indexOf(bare) + 1],
    ['digits', digits],
  ]
  return new Map(places.filter(([, place]) => place > 0))
}
