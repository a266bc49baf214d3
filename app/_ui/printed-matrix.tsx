import type { ReactNode } from 'react'
import css from './printed-matrix.module.css'

/** `band` is text about all columns of the row, in place of cells. */
type PrintedRow = { key: string; heading: ReactNode; cells: readonly ReactNode[]; band?: ReactNode | undefined }

type Props = {
  corner: string
  columns: readonly { key: string; heading: ReactNode }[]
  /** Each row has a cell for every column. An empty cell is undefined. */
  rows: readonly PrintedRow[]
}

/** The number of columns that fit on a sheet of A4 on its side. */
const perBlock = 8

/** A matrix for print, in blocks of as many columns as fit on a page. Each block repeats the headings of its rows. */
export function PrintedMatrix({ corner, columns, rows }: Props) {
  const blocks = Array.from({ length: Math.ceil(columns.length / perBlock) || 1 }, (_, place) => place * perBlock)
  return blocks.map((from) => (
    <table key={from} className={css.printed} data-paper="">
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.slice(from, from + perBlock).map(({ key, heading }) => (
            <th key={key} scope="col" dir="auto">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          .filter((row) => speaksIn(row, from))
          .map(({ key, heading, cells, band }) => (
            <tr key={key}>
              <th scope="row">{heading}</th>
              {band ? (
                <td colSpan={columns.slice(from, from + perBlock).length || 1}>{band}</td>
              ) : (
                columns.slice(from, from + perBlock).map(({ key }, place) => <td key={key}>{cells[from + place]}</td>)
              )}
            </tr>
          ))}
      </tbody>
    </table>
  ))
}

/**
 * Returns whether a row has a cell in this block, and so belongs in it. A row without any cell is in the first block.
 */
const speaksIn = ({ cells }: PrintedRow, from: number) =>
  cells.slice(from, from + perBlock).some(Boolean) || (from === 0 && !cells.some(Boolean))
