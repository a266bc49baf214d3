import { type Cell, type Column, cellsBetween, isLate, isNarrow, type Row, shortened } from './matrix-data'
import css from './printed-matrix.module.css'
import { StatusMark, type StatusName } from './status'

type Props = {
  columns: readonly Column[]
  rows: readonly Row[]
  statuses: Partial<Record<StatusName, string>>
  corner: string
}

/** The number of columns that fit on a sheet of A4 on its side: with words in their cells, or with marks. */
const perBlock = { words: 8, marks: 22 }

/**
 * A matrix for print, in blocks of as many columns as fit on a page. It contains only what the filters select. With many
 * columns, rows have their keys alone: their titles are printed once, before the blocks.
 */
export function PrintedMatrix({ columns, rows, statuses, corner }: Props) {
  const narrow = isNarrow(columns)
  const size = narrow ? perBlock.marks : perBlock.words
  const printed = rows.map((row) => ({ ...row, cells: row.cells.filter(({ printed }) => printed) }))
  const used = [...new Set(printed.flatMap(({ cells }) => cells.map(({ at }) => at)))].sort((a, b) => a - b)
  const place = new Map(used.map((at, place) => [at, place]))
  const placed = printed.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, at: place.get(cell.at) ?? 0 })),
  }))
  const blocks = Array.from({ length: Math.ceil(used.length / size) || 1 }, (_, block) => block * size)
  return blocks.map((from) => (
    <table key={from} className={narrow ? `${css.printed} ${css.narrow}` : css.printed} data-paper="">
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {used.slice(from, from + size).map((at) => (
            <th key={at} scope="col" dir="auto">
              <span>{headingOf(columns[at]?.heading ?? '', narrow)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placed
          .filter((row) => isIn(row, from, size))
          .map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <b>{row.name}</b> {!narrow && <span dir="auto">{row.title}</span>}
              </th>
              {row.band ? (
                <td colSpan={used.slice(from, from + size).length || 1}>{row.band.text}</td>
              ) : (
                cellsBetween(row.cells, from, Math.min(from + size, used.length)).map((cell) =>
                  'empty' in cell ? (
                    <td key={cell.at} colSpan={cell.empty} />
                  ) : (
                    <td key={cell.at}>{narrow ? <Marks cell={cell} /> : <Words cell={cell} statuses={statuses} />}</td>
                  ),
                )
              )}
            </tr>
          ))}
      </tbody>
    </table>
  ))
}

const headingOf = (name: string, narrow: boolean) => (narrow ? shortened(name) : name)

/** Returns whether a row has a cell in this block, and so belongs in it. A row without any cell is in the first block. */
const isIn = ({ cells }: Row, from: number, size: number) =>
  cells.some(({ at }) => at >= from && at < from + size) || (from === 0 && cells.length === 0)

function Words({ cell, statuses }: { cell: Cell; statuses: Props['statuses'] }) {
  if ('counts' in cell) {
    return cell.counts.map(
      ({ status, matching }) => matching && <div key={status}>{`${matching} ${statuses[status]}`}</div>,
    )
  }
  return (
    <>
      {statuses[cell.status]}
      {cell.tone === 'late' && <b>, {cell.note}</b>}
      {cell.reported && <b>, {cell.reported}</b>}
    </>
  )
}

const Marks = ({ cell }: { cell: Cell }) =>
  'counts' in cell ? (
    cell.counts.map(
      ({ status, matching }) =>
        matching && (
          <div key={status}>
            <StatusMark status={status} />
            {matching}
          </div>
        ),
    )
  ) : (
    <>
      <StatusMark status={cell.status} />
      {isLate(cell) && <b>!</b>}
    </>
  )
