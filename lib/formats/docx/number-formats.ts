import { roman } from '../write-numerals'

const chineseDigits = '〇一二三四五六七八九'
const chineseUnits = ['', '十', '百', '千']
const ordinals = ['th', 'st', 'nd', 'rd']
const words = 'One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')
const ordinalWords = 'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth'.split(' ')
const russian = 'абвгдежзиклмнопрстуфхцчшщыэюя'
const arabic = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي'
const abjad = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ'

type Format = (number: number) => string

const formats: Record<string, Format> = {
  none: () => '',
  decimal: String,
  decimalZero: (number) => String(number).padStart(2, '0'),
  lowerLetter: (number) => repeated('abcdefghijklmnopqrstuvwxyz', number),
  upperLetter: (number) => repeated('ABCDEFGHIJKLMNOPQRSTUVWXYZ', number),
  lowerRoman: roman,
  upperRoman: (number) => roman(number).toUpperCase(),
  ordinal: (number) =>
    `${number}${(number % 100 > 10 && number % 100 < 14 ? undefined : ordinals[number % 10]) ?? 'th'}`,
  cardinalText: (number) => words[number - 1] ?? String(number),
  ordinalText: (number) => ordinalWords[number - 1] ?? String(number),
  russianLower: (number) => repeated(russian, number),
  russianUpper: (number) => repeated(russian, number).toUpperCase(),
  arabicAlpha: (number) => repeated(arabic, number),
  arabicAbjad: (number) => repeated(abjad, number),
  hindiNumbers: (number) => inDigits(number, 0x966),
  decimalFullWidth: (number) => inDigits(number, 0xff10),
  decimalFullWidth2: (number) => inDigits(number, 0xff10),
  decimalEnclosedCircle: (number) => enclosed(number, 0x2460),
  decimalEnclosedCircleChinese: (number) => enclosed(number, 0x2460),
  decimalEnclosedParen: (number) => enclosed(number, 0x2474),
  decimalEnclosedFullstop: (number) => enclosed(number, 0x2488),
  numberInDash: (number) => `- ${number} -`,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (number) => [...String(number)].map((digit) => chineseDigits[Number(digit)] ?? digit).join(''),
}

/** Returns a number as a list prints it. `form` is the first numbers of a custom format, such as `001, 002, ...`. */
export function numberIn(format: string, number: number, form?: string): string {
  if (format === 'custom') return String(number).padStart(/^0*1(?=,)/.exec(form ?? '')?.[0].length ?? 1, '0')
  return Object.hasOwn(formats, format) ? (formats[format]?.(number) ?? '') : String(number)
}

/** Returns a number as Word counts in letters: a … z, then aa, bb … */
function repeated(alphabet: string, number: number) {
  if (number < 1) return ''
  const letter = alphabet[(number - 1) % alphabet.length] ?? ''
  return letter.repeat(Math.min(30, Math.ceil(number / alphabet.length)))
}

const inDigits = (number: number, zero: number) =>
  [...String(number)].map((digit) => String.fromCodePoint(zero + Number(digit))).join('')

/** Unicode has twenty enclosed numbers of each kind. */
const enclosed = (number: number, one: number) =>
  number >= 1 && number <= 20 ? String.fromCodePoint(one + number - 1) : String(number)

/** Returns a number up to 9,999 in Chinese: 二十三, 一百〇五. */
function chinese(number: number): string {
  if (number < 1 || number > 9999) return String(number)
  const digits = [...String(number)].map(Number)
  let written = ''
  let zero = false
  for (const [place, digit] of digits.entries()) {
    const unit = chineseUnits[digits.length - 1 - place] ?? ''
    if (digit === 0) zero = true
    else {
      written += `${zero ? '〇' : ''}${chineseDigits[digit]}${unit}`
      zero = false
    }
  }
  return number >= 10 && number < 20 ? written.slice(1) : written
}
