import { chineseNumber, letterNumber, romanNumber } from './read-numerals'

/** Returns whether one number directly follows another: 16 or "15 bis" after 15, "3.5" after "3.4", "12A" after 12. */
export function comesAfter(label: string, last: string): boolean {
  const [one, other] = [numbersIn(firstOf(label)), numbersIn(lastOf(last))]
  const prefix = (numbers: number[]) => numbers.slice(0, -1).join()
  if (prefix(one) !== prefix(other) || one.length !== other.length || codeOf(label) !== codeOf(last)) return false
  const step = (one.at(-1) ?? 0) - (other.at(-1) ?? 0)
  if (step !== 0) return step === 1 && (letterAfter(label) === '' || letterAfter(label) === 'A')
  const [letter, before] = [letterAfter(label), letterAfter(last)]
  if (letter === '') return /\p{L}$/u.test(label) && !/\p{Lu}$/u.test(label)
  return before === '' ? letter === 'A' : letterNumber(letter.toLowerCase()) === letterNumber(before.toLowerCase()) + 1
}

/** "122.14–15" is read as 122.14 where it begins, and as 122.15 where it ends. */
const firstOf = (label: string) =>
  coded.test(label)
    ? label
    : (label.split(/\.?,\s?|\s?[–—]\s?|(?<=\p{Nd})-(?=\p{Nd})|\s(?:and|et|y|и|&)\s/u, 1)[0] ?? '')

/** A hyphen divides the levels of a number after a letter: "R4-1". */
const coded = /^\p{Lu}+\p{Nd}+-\p{Nd}+$/u

function lastOf(label: string): string {
  if (coded.test(label)) return label
  const last = label.split(/\.?,\s?|\s?[–—]\s?|(?<=\p{Nd})-(?=\p{Nd})|\s(?:and|et|y|и|&)\s/u).at(-1) ?? ''
  const first = firstOf(label)
  const levels = first.split('.')
  return last.includes('.') || last === first ? last : [...levels.slice(0, -1), last].join('.')
}

const codeOf = (label: string) => /^[^\p{Nd}]*/u.exec(label)?.[0] ?? ''
const letterAfter = (label: string) => /\p{Nd}(\p{Lu}{1,2})$/u.exec(label)?.[1] ?? ''

function numbersIn(label: string): number[] {
  const chinese = chineseNumber(label)
  if (chinese > 0) return [chinese]
  const numbers = label.slice(codeOf(label).length).split(/[./-]/)
  return numbers.map((number) => Number.parseInt(westernDigits(number), 10))
}

/** Returns a text with the digits of any script as those of ASCII. */
const westernDigits = (text: string) =>
  text.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0) ?? 0)))

/** Returns the value of a digit. The digits of a script stand in a row that begins with its zero. */
function digitOf(point: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value++
  return value
}

export type Counting = 'letters' | 'romans' | 'digits' | 'chinese' | 'circled'

/** Returns the possible places of a part, counted from 1: "(i)" is the ninth letter and the first Roman number. */
export function placesOf(label: string): Map<Counting, number> {
  const [word = ''] = label.split(/\s/, 1)
  const bare = word.replace(/[()（）.]/g, '').toLowerCase()
  const western = westernDigits(bare)
  const circled = (bare.codePointAt(0) ?? 0) - 0x245f
  const places: [Counting, number][] = [
    ['letters', letterNumber(bare)],
    ['romans', romanNumber(bare)],
    ['digits', /^\d{1,4}$/.test(western) ? Number(western) : 0],
    ['chinese', chineseNumber(bare)],
    ['circled', circled >= 1 && circled <= 20 ? circled : 0],
  ]
  return new Map(places.filter(([, place]) => place > 0))
}
