import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { RefusedFile } from './file-refusals'

/** The limits of a document: paragraphs, characters of one of them, and characters of the whole source. */
const most = { paragraphs: 20_000, text: 20_000, source: 10_000_000 }

/** Returns a function that counts the texts of a source. Throws `RefusedFile` as soon as they are too long together. */
export function countCharacters() {
  let characters = 0
  return (text: string) => {
    characters += text.length
    if (characters > most.source) throw new RefusedFile('import_text_long')
  }
}

/** Returns why paragraphs cannot become a document, or undefined if they can. */
export function refusesParagraphs(paragraphs: readonly ReadParagraph[]): RefusedFile | undefined {
  if (paragraphs.length === 0) return new RefusedFile('import_without_text')
  if (paragraphs.length > most.paragraphs)
    return new RefusedFile('import_paragraphs_many', { maximum: most.paragraphs })
  const long = paragraphs.findIndex(({ text }) => text.length > most.text)
  if (long === -1) return undefined
  return new RefusedFile('import_paragraph_long', { place: long + 1, maximum: most.text })
}
