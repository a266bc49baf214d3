import type { ReadParagraph } from '@/lib/reading/read-blocks'

/** The largest number of parts, which bounds their list. */
const mostParts = 1_000

/** The largest part, in paragraphs, bytes and candidates, which bounds a page of review. */
const largest = { paragraphs: 60, bytes: 40_000, candidates: 30 }

/**
 * Returns, for each paragraph, the part of the text in which a reviewer opens it, counted from 1. A part begins where
 * the heading or the section changes, and before it gets too large. `candidates` are counted by the place of their
 * paragraph.
 */
export function partsToOpen(
  paragraphs: readonly ReadParagraph[],
  candidates: ReadonlyMap<number, number> = new Map(),
): number[] {
  const least = Math.ceil(paragraphs.length / mostParts)
  let part = 0
  let size = { paragraphs: 0, bytes: 0, candidates: 0 }
  return paragraphs.map(({ heading, section, text }, place) => {
    const before = paragraphs[place - 1]
    const changes = before?.heading !== heading || before?.section !== section
    const own = { paragraphs: 1, bytes: Buffer.byteLength(text), candidates: candidates.get(place) ?? 0 }
    if (!before || (changes && size.paragraphs >= least) || isFull(sum(size, own))) {
      part++
      size = { paragraphs: 0, bytes: 0, candidates: 0 }
    }
    size = sum(size, own)
    return part
  })
}

type Size = typeof largest

const sum = (one: Size, other: Size): Size => ({
  paragraphs: one.paragraphs + other.paragraphs,
  bytes: one.bytes + other.bytes,
  candidates: one.candidates + other.candidates,
})

const isFull = ({ paragraphs, bytes, candidates }: Size) =>
  paragraphs > largest.paragraphs || bytes > largest.bytes || candidates > largest.candidates
