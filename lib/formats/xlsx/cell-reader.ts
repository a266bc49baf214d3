import type { Tag } from '../package/xml'
import { columnOf } from './column-of'
import type { NumberFormat } from './number-formats'
import { numberInWords } from './number-in-words'
import { textCollector, withoutEscapes } from './texts'

/** What the cells of a workbook have in common. */
export type Shared = { texts: readonly string[]; formats: readonly (NumberFormat | undefined)[]; from1904: boolean }

type Cell = { type: string; style: number; formula: boolean; written: string | undefined; inline: string }

/** Reads the cells of a worksheet by their elements. Columns are counted from 0. */
export function cellReader(shared: Shared) {
  const inline = textCollector()
  let column = -1
  let inValue = false
  let cell: Omit<Cell, 'inline'> = blank
  return {
    beginRow() {
      column = -1
    },
    open({ name, value }: Tag) {
      if (name === 'c') {
        const [letters] = /^[A-Z]{1,3}/.exec(value('r') ?? '') ?? []
        column = letters === undefined ? column + 1 : columnOf(letters)
        cell = { ...blank, type: value('t') ?? 'n', style: Number(value('s') ?? 0) }
        inline.begin()
      } else if (name === 'v') {
        inValue = true
        cell.written = ''
      } else if (name === 'f') cell.formula = true
      else inline.open(name)
    },
    text(text: string) {
      if (inValue) cell.written += text
      else inline.text(text)
    },
    /** Returns the cell that an element ends, if it ends one. */
    close(name: string): { column: number; value: string } | undefined {
      if (name === 'v') inValue = false
      if (name === 'c') return { column, value: shownIn({ ...cell, inline: inline.value() }, shared) }
      inline.close(name)
      return undefined
    },
  }
}

const blank = { type: 'n', style: 0, formula: false, written: undefined }

/** What spreadsheet programs show where a formula has no value. */
const withoutValue = '#N/A'

/** Returns what a cell shows. */
function shownIn({ type, style, formula, written, inline }: Cell, { texts, formats, from1904 }: Shared): string {
  if (type === 'inlineStr') return inline
  if (written === undefined) return formula ? withoutValue : ''
  if (type === 's') return texts[Number(written)] ?? ''
  if (type === 'str') return withoutEscapes(written)
  if (type === 'b') return ['1', 'true'].includes(written.trim()) ? 'TRUE' : 'FALSE'
  return type === 'n' ? numberInWords(written, formats[style], from1904) : written
}
