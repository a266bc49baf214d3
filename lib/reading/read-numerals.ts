const chineseDigits = '零一二三四五六七八九'

/** Returns the value of a Chinese numeral below 1,000, or 0. */
export function chineseNumber(numeral: string): number {
  let [sum, digit] = [0, 0]
  for (const character of numeral) {
    const value = chineseDigits.indexOf(character)
    if (value >= 0) digit = value
    else if (character === '十' || character === '百') {
      sum += (digit || 1) * (character === '十' ? 10 : 100)
      digit = 0
    } else return 0
  }
  return sum + digit
}

const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** Returns the value of a Roman numeral in small letters, or 0. */
export function romanNumber(numeral: string): number {
  if (!/^(?=.)(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(numeral)) return 0
  const digits = [...numeral].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, digit, place) => (digit < (digits[place + 1] ?? 0) ? sum - digit : sum + digit), 0)
}

const alphabets = ['abcdefghijklmnopqrstuvwxyz', 'абвгдежзиклмнопрстуфхцчшщэюя', 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ']

/** Returns the place of a letter, counted from 1: "aa" and "ab" come after "z". Returns 0 for anything else. */
export function letterNumber(letters: string): number {
  const [first = '', second, ...more] = letters
  if (more.length > 0) return 0
  const alphabet = alphabets.find((alphabet) => alphabet.includes(first))
  if (!alphabet) return 0
  const size = [...alphabet].length
  const place = [...alphabet].indexOf(first) + 1
  if (second === undefined) return place
  if (second === first) return size + place
  return first === 'a' && alphabet.includes(second) ? size + [...alphabet].indexOf(second) + 1 : 0
}
