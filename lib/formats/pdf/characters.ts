import { radicals } from './radicals'

/** Ligatures, Kangxi radicals and radicals of the supplement: how a page looks, and not what its writer typed. */
const shapes = /[\ufb00-\ufb06\u2f00-\u2fd5\u2e80-\u2eff]/g

/** Control characters, and halves of characters. Neither can be kept. */
const broken = /(?!\t)\p{Cc}|\p{Cs}/gu

/**
 * Returns the text of a part of a page as it was typed. Keeps a soft hyphen at its end, where it divides a word: what joins
 * the lines removes it.
 */
export const mended = (text: string) =>
  text
    .replace(shapes, (shape) => radicals.get(shape) ?? shape.normalize('NFKC'))
    .replace(broken, '')
    .replace(/\u00ad(?!$)/g, '')

const letter = /\p{L}/gu
const fromTheRight = /(?=\p{L})[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/gu
const meaningless = /(?!\s)[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu
const visible = /\S/gu

/** How many characters of a document there are: all, letters, letters from the right, and those that mean nothing. */
export type Count = { visible: number; letters: number; fromTheRight: number; meaningless: number }

const times = (text: string, one: RegExp) => text.match(one)?.length ?? 0

/** Counts the characters of a part of a page. Returns whether it can be read: Arabic and Hebrew come in reverse. */
export function countCharacters(count: Count, text: string): boolean {
  const right = times(text, fromTheRight)
  count.visible += times(text, visible)
  count.letters += times(text, letter)
  count.fromTheRight += right
  // A bullet of a symbol font stands alone.
  if (text.trim().length > 1) count.meaningless += times(text, meaningless)
  return right === 0
}
