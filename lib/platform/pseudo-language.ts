import { IntlMessageFormat } from 'intl-messageformat'

type Elements = ReturnType<IntlMessageFormat['getAst']>

/** The first and last character of a text, by which a text of the catalogue can be recognized on any page. */
export const marks = { start: '⟦', end: '⟧' } as const

const letters = new Map(
  Array.from(
    'aábƀcçdđeéfƒgĝhĥiíjĵkķlļmɱnñoópþrŕsštťuúvṽwŵxẋyýzžAÁBƁCÇDĐEÉFƑGĜHĤIÍJĴKĶLĻMḾNÑOÓPÞRŔSŠTŤUÚVṼWŴXẊYÝZŽ'.matchAll(
      /(.)(.)/gu,
    ),
    ([, plain = '', accented = '']) => [plain, accented],
  ),
)

const letter = (plain: string) => (letters.get(plain) ?? plain).repeat(/[aeiou]/i.test(plain) ? 2 : 1)

/**
 * Puts an accent on every letter and doubles every vowel. Leaves the name of a link in a text, "](late)", unchanged.
 */
const accented = (text: string) =>
  text
    .split(/(\]\(\w+\))/)
    .map((part, place) => (place % 2 === 0 ? Array.from(part, letter).join('') : part))
    .join('')

const literal = 0

function dressed(elements: Elements): Elements {
  return elements.map((element) => {
    if ('options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: dressed(option.value) },
      ])
      return { ...element, options: Object.fromEntries(options) }
    }
    if ('children' in element) return { ...element, children: dressed(element.children) }
    return element.type === literal ? { ...element, value: accented(element.value) } : element
  })
}

const mark = (value: string): Elements => [{ type: literal, value }]

/** Turns an English text of the catalogue into one that shows whether a page can be translated. Its parameters stay. */
export function pseudoText(text: string): IntlMessageFormat {
  const english = new IntlMessageFormat(text, 'en').getAst()
  if (english.length === 0) return new IntlMessageFormat(english, 'en')
  return new IntlMessageFormat([...mark(marks.start), ...dressed(english), ...mark(marks.end)], 'en')
}
