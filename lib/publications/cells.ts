import { dateInWords, inFigures } from '@/lib/platform/i18n'
import type { PublicationBlock } from './content'

export type Table = Extract<PublicationBlock, { type: 'table' }>
export type Cell = Table['rows'][number][number]
type Column = Table['columns'][number]

export const textCell = (text: string | undefined): Cell => ({ text: text ?? '' })

/** Returns the cell of a day, YYYY-MM-DD, in words. */
export const dayCell = (day: string | undefined): Cell =>
  day === undefined ? { text: '' } : { text: dateInWords(day), value: day }

export const numberCell = (value: number): Cell => ({ text: inFigures(value), value })

const columnOf =
  (kind: Column['kind']) =>
  (name: string, label: string, weight: number): Column => ({ name, label, kind, share: weight })

export const textColumn = columnOf('text')
export const dayColumn = columnOf('day')
export const numberColumn = columnOf('number')

/** Returns a table whose columns share its width by their weights. */
export function tableOf(name: string, caption: string, columns: Column[], rows: Cell[][]): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const shared = columns.map((column) => ({ ...column, share: Math.round((column.share / all) * 10_000) / 10_000 }))
  return { type: 'table', name, caption, columns: shared, rows }
}
