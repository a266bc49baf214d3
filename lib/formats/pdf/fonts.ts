import type { PDFPageProxy } from 'pdfjs-dist'

const heavy = /bold|black|heavy|semibold|demi/i

/** Pages whose fonts are looked up at most, because that takes longer than reading their text. */
const mostPages = 50

/** Finds out which fonts of a document are bold, by their names. Each is looked up once. */
export function fontsOf() {
  const bold = new Map<string, boolean>()
  let pages = 0
  return {
    isBold: (font: string) => bold.get(font) ?? false,
    async look(page: PDFPageProxy, used: readonly string[]) {
      if (used.every((font) => bold.has(font)) || pages++ >= mostPages) return
      await page.getOperatorList()
      for (const font of used) {
        const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : undefined
        const name = found instanceof Object && 'name' in found ? found.name : undefined
        bold.set(font, typeof name === 'string' && heavy.test(name))
      }
    },
  }
}
