import { type Numbered, pathsOf } from '@/lib/reading/paragraph-paths'

/** A paragraph without its text. */
export type OutlineRow = {
  ordinal: number
  label: string
  parentOrdinal: number | null
  section: string | null
  heading: string | null
  /** The size of its text. */
  bytes: number
}

/** A part of the text that a reader opens at once: its number, counted from 1, and its first and last ordinal. */
export type TextPart = { part: number; from: number; to: number }

/** A heading of the text, or of a section of it, and the anchor of the paragraph below it. */
export type OutlineHeading = { text: string; isSection: boolean; ordinal: number; anchor: string }

/** How the text of an edition is divided, and how its paragraphs are linked to. */
export type Outline = {
  parts: TextPart[]
  headings: OutlineHeading[]
  /** By ordinal, counted from 1: `17`, `17a`, `annex1-3`. No two paragraphs have the same. */
  anchors: string[]
  /** By ordinal: the number of paragraphs in which each one is nested. */
  depths: number[]
}

/** The most that a part holds, which bounds its page. */
const largest = { paragraphs: 200, bytes: 50_000 }

/** Returns the outline of a text from its paragraphs, in their order. */
export function outlineOf(rows: readonly OutlineRow[]): Outline {
  const anchors = anchorsOf(rows)
  return { parts: partsOf(rows), headings: headingsOf(rows, anchors), anchors, depths: depthsOf(rows) }
}

function anchorsOf(rows: readonly OutlineRow[]): string[] {
  const all: Numbered[] = []
  for (const { ordinal, label, section, parentOrdinal } of rows) {
    all.push({ ordinal, label, section, parent: parentOrdinal === null ? null : (all[parentOrdinal - 1] ?? null) })
  }
  const pathIn = pathsOf(all)
  const used = new Set<string>()
  return all.map((paragraph) => {
    const path = pathIn(paragraph)
    const anchor = [path, `p${paragraph.ordinal}`].find((one) => !used.has(one)) ?? `${path}-p${paragraph.ordinal}`
    used.add(anchor)
    return anchor
  })
}

function depthsOf(rows: readonly OutlineRow[]): number[] {
  const depths: number[] = []
  for (const { parentOrdinal } of rows) {
    depths.push(parentOrdinal === null ? 0 : (depths[parentOrdinal - 1] ?? 0) + 1)
  }
  return depths
}

/**
 * Divides a text where it is a quarter full and a section begins, where it is half full and a heading begins, and where
 * it is full. A text that is only a little larger than a part stays whole.
 */
function partsOf(rows: readonly OutlineRow[]): TextPart[] {
  const parts: TextPart[] = []
  const whole = fullness({ paragraphs: rows.length, bytes: rows.reduce((sum, { bytes }) => sum + bytes, 0) })
  let size = { paragraphs: 0, bytes: 0 }
  for (const [place, row] of rows.entries()) {
    const before = rows[place - 1]
    const grown = { paragraphs: size.paragraphs + 1, bytes: size.bytes + row.bytes }
    const full = fullness(size)
    const changes =
      (full > 1 / 4 && before?.section !== row.section) || (full > 1 / 2 && before?.heading !== row.heading)
    const last = parts.at(-1)
    if (!last || (whole > 1.25 && (changes || fullness(grown) > 1))) {
      parts.push({ part: parts.length + 1, from: row.ordinal, to: row.ordinal })
      size = { paragraphs: 1, bytes: row.bytes }
    } else {
      last.to = row.ordinal
      size = grown
    }
  }
  return parts
}

const fullness = ({ paragraphs, bytes }: typeof largest) =>
  Math.max(paragraphs / largest.paragraphs, bytes / largest.bytes)

function headingsOf(rows: readonly OutlineRow[], anchors: readonly string[]): OutlineHeading[] {
  return rows.flatMap(({ ordinal, section, heading }, place) => {
    const before = rows[place - 1]
    const at = { ordinal, anchor: anchors[place] ?? '' }
    const newSection = section !== null && section !== before?.section
    return [
      ...(newSection ? [{ text: section, isSection: true, ...at }] : []),
      ...(heading !== null && heading !== section && (newSection || heading !== before?.heading)
        ? [{ text: heading, isSection: false, ...at }]
        : []),
    ]
  })
}
