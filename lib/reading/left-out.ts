import type { Block } from './block'
import type { Line } from './line'
import type { Removed, RemovedAt } from './removed'
import type { Piece } from './text-pieces'

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

/** Lists what the file itself does not show, each before the line that follows it. */
export function leftOutBefore(lines: readonly Line[], blocks: readonly Block[]): RemovedAt[] {
  const removed: RemovedAt[] = []
  let next = 0
  for (const [order, { text, why, page }] of blocks.entries()) {
    if (!why) continue
    while ((lines[next]?.order ?? order) < order) next++
    leaveOut(removed, { text, at: next - 0.5, page }, why)
  }
  return removed
}
