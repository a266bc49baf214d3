import { RefusedFile } from '../file-refusals'
import { readXml } from '../package/xml'
import type { Archive } from '../package/zip'

/** The most characters that the shared texts of a workbook have together. */
const mostCharacters = 64 * 1024 * 1024

const escaped = /_x([0-9A-Fa-f]{4})_/g

/** Returns a text without the escapes that stand for characters which XML cannot contain, and for line endings. */
export const withoutEscapes = (text: string) =>
  text.includes('_x')
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).replace(/\r\n?/g, '\n')
    : text

/**
 * Collects the text of a cell from its elements. Parts with a look of their own are one text. How it is pronounced, which
 * East Asian workbooks say, is not part of it.
 */
export function textCollector() {
  let text = ''
  let inText = false
  let pronounced = 0
  return {
    begin() {
      text = ''
    },
    open(name: string) {
      if (name === 'rPh') pronounced++
      if (name === 't') inText = pronounced === 0
    },
    text(more: string) {
      if (inText) text += more
    },
    close(name: string) {
      if (name === 'rPh') pronounced--
      if (name === 't') inText = false
    },
    value: () => withoutEscapes(text),
  }
}

/** Reads the texts that the cells of a workbook share. */
export function readSharedStrings(archive: Archive, part: string | undefined): string[] {
  const texts: string[] = []
  if (part === undefined) return texts
  const collector = textCollector()
  let characters = 0
  readXml(archive, part, {
    open({ name }) {
      if (name === 'si') collector.begin()
      else collector.open(name)
    },
    text: collector.text,
    close(name) {
      collector.close(name)
      if (name !== 'si') return
      const text = collector.value()
      characters += text.length
      if (characters > mostCharacters) throw new RefusedFile('file_text_too_long')
      texts.push(text)
    },
  })
  return texts
}
