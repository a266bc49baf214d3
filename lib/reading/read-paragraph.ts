import type { Cell } from './tables'

/** A paragraph of a source, as it was read. */
export type ReadParagraph = {
  /** The label as printed, without the full stop. Empty if the paragraph has none. */
  label: string
  /** Empty if the paragraph is only the label above its parts, as in "16. (a)". */
  text: string
  heading?: string
  /** The heading of an annex, a resolution or a part that numbers its paragraphs again. */
  section?: string
  /** The place, counted from 0, of the paragraph of which this one is a part. */
  parent?: number
  /** The page on which the paragraph begins, counted from 1. */
  page?: number
  /** The marks of notes that were removed from `text`, each with its place in code points. */
  notes?: { at: number; mark: string; text?: string }[]
  /** What may be read wrongly: hyphens that may or may not belong to their words, and lines in no certain order. */
  unsure?: { start: number; end: number }[]
  /** The other cells of the row of a table. */
  cells?: Cell[]
}
