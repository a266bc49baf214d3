import { shortened } from '@/lib/platform/text'
import type { DayOrder } from './read-day'
import { orderProvedBy, readDay } from './read-day'
import type { Column } from './sheet-shape'

/** How many values of a column are kept to show it, and how long they may be. */
const examples = { count: 3, length: 80 }

const number = /^-?\d+(?:[.,]\d+)?$/

/** Looks at the cells of a spreadsheet as they arrive, row by row, and tells what each column is like. */
export function lookAtColumns(headers: readonly string[]) {
  const columns = headers.map((name): Column => ({ name, examples: [], filled: 0, days: 0, numbers: 0 }))
  const proofs: Record<DayOrder, number> = { dmy: 0, mdy: 0 }
  return {
    look(cells: readonly string[]) {
      for (const [place, column] of columns.entries()) {
        const cell = cells[place] ?? ''
        if (cell === '') continue
        column.filled++
        if (number.test(cell)) column.numbers++
        else if (readDay(cell, 'dmy') !== undefined || readDay(cell, 'mdy') !== undefined) column.days++
        const proof = orderProvedBy(cell)
        if (proof) proofs[proof]++
        const shown = shortened(cell, examples.length)
        if (column.examples.length < examples.count && !column.examples.includes(shown)) column.examples.push(shown)
      }
    },
    columns: () => columns,
    /** Returns how days are written, by the most cells that prove it. */
    order: (): DayOrder => (proofs.mdy > proofs.dmy ? 'mdy' : 'dmy'),
  }
}
