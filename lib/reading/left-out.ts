import type { Piece } from './pieces'
import type { Removed, RemovedAt } from './removed'

/** A text that is part of no paragraph, and where it stands. */
type Text = { text: string; at: number; page: number | undefined }

export function leaveOut(removed: RemovedAt[], { text, at, page }: Text, why: Removed['why'] = 'heading') {
  removed.push({ at, text, why, ...(page !== undefined && { page }) })
}

/** Keeps the marks of notes that stood in a heading or at an empty label. */
export function leaveOutMarks(removed: RemovedAt[], { lines, at, first: { page } }: Piece) {
  for (const { mark } of lines.marks) leaveOut(removed, { text: mark, at, page }, 'note_mark')
}

/** Lists the cells of a row that are neither its text nor its label. */
export function leaveOutCells(removed: RemovedAt[], { row, at, first: { page } }: Piece) {
  for (const { text } of row?.cells ?? []) leaveOut(removed, { text, at, page }, 'table_cell')
}
