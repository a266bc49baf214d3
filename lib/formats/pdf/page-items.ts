import type { PDFPageProxy } from 'pdfjs-dist'
import { type Count, countCharacters, mended } from './characters'
import type { fontsOf } from './fonts'

/** A piece of text on a page. `x`, `end` and `y` (its baseline) are in points from the upper left corner. */
export type Item = {
  text: string
  x: number
  end: number
  y: number
  size: number
  bold: boolean
  raised: boolean
  /** Whether a space comes before it. */
  spaced: boolean
}

export type PageItems = { level: Item[]; turned: string[] }

/** Returns the pieces of text on a page, and apart from them what is printed at an angle. */
export async function itemsOf(page: PDFPageProxy, fonts: ReturnType<typeof fontsOf>, count: Count): Promise<PageItems> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true })
  await fonts.look(page, Object.keys(styles))
  const { transform: shown } = page.getViewport({ scale: 1 })
  const level: Item[] = []
  const turned: string[] = []
  let spaced = false
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue
    if (item.str.trim() === '') {
      spaced = true
      continue
    }
    const text = countCharacters(count, item.str) ? bulletOr(mended(item.str)) : unread
    const place = placed(shown, item.transform)
    const { x, y, size } = place
    if (place.level) {
      const begins = spaced || text.startsWith(' ')
      level.push({
        text: text.trim(),
        x,
        end: x + item.width,
        y,
        size,
        bold: fonts.isBold(item.fontName),
        raised: false,
        spaced: begins,
      })
    } else turned.push(text.trim())
    spaced = text.endsWith(' ')
  }
  return { level: level.filter(({ text }) => text !== ''), turned: turned.filter((text) => text !== '') }
}

/** Stands for words that cannot be read exactly, so that nobody takes the text around them for the whole. */
const unread = '\ufffd'

/** A character of a symbol font that stands alone is a bullet. */
const bulletOr = (text: string) => (/^\s*\p{Co}\s*$/u.test(text) ? '•' : text)

/** Returns where a piece of text stands on the page, as it is shown. */
function placed(shown: number[], transform: number[]) {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = shown
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = transform
  const along = { x: a * ta + c * tb, y: b * ta + d * tb }
  return {
    x: a * te + c * tf + e,
    y: b * te + d * tf + f,
    size: Math.hypot(a * tc + c * td, b * tc + d * td),
    level: along.x > 0 && Math.abs(along.y) < along.x * 0.05,
  }
}
