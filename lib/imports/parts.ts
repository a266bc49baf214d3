import type { ReadParagraph } from '@/lib/reading/read-blocks'

/** The largest number of parts, which bounds their list. */
const mostParts = 1_000

/** The largest part, in paragraphs and in characters, which bounds a page of review. */
const largest = { paragraphs: 60, characters: 60_000 }

/**
 * Returns, for each paragraph, the part of the text in which a reviewer opens it, counted from 1. A part begins where
 * the heading or the section changes, and before it gets too large.
 */
export function partsToOpen(paragraphs: readonly ReadParagraph[]): number[] {
  const least = Math.ceil(paragraphs.length / mostParts)
  let part = 0
  let size = { paragraphs: 0, characters: 0 }
  return paragraphs.map(({ heading, section, text }, place) => {
    const before = paragraphs[place - 1]
    const changes = before?.heading !== heading || before?.section !== section
    const full = size.paragraphs >= largest.paragraphs || size.characters + text.length > largest.characters
    if (!before || (changes && size.paragraphs >= least) || full) {
      part++
      size = { paragraphs: 0, characters: 0 }
    }
    size.paragraphs++
    size.characters += text.length
    return part
  })
}
