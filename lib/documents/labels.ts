/** How a line begins that begins a paragraph: "15.", "12 bis.", "139.12", "(a)", "Recommendation 1", or a mark of a list alone. */
export type Opening = {
  sort: 'number' | 'named' | 'part' | 'mark'
  /** As printed, without the full stop after a number; empty for a mark. */
  label: string
  rest: string
  /** A mark of a list stands before it, as in "- 15. ". */
  marked: boolean
}

const mark = /^[-–—*•·▪◦]\s+/u

const patterns = [
  { sort: 'number', pattern: /^(\p{Nd}{1,3}(?:\s?(?:bis|ter|quater|quinquies|sexies))?)\.(?:\s+|$)/u },
  { sort: 'number', pattern: /^(\p{Nd}{1,3}(?:\.\p{Nd}{1,3}){1,9})\.?(?:\s+|$)/u },
  { sort: 'part', pattern: /^(\((?:\p{L}|[ivxl]{1,6}|\p{Nd}{1,2})(?:\s(?:bis|ter|quater))?\))(?:\s+|$)/u },
  { sort: 'part', pattern: /^((?:\p{Ll}|[ivxl]{1,6})\))(?:\s+|$)/u },
  // As auditors print them, on a line of their own or before the text: other words may follow a number within a sentence.
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

/** Whether the one number comes right after the other: 16 or "15 bis" after 15, "3.5" after "3.4". */
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

/** Which place a part may have, counted from 1: "(i)" is the ninth of the letters and the first of the Roman numbers. */
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
