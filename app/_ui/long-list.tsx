import type { ReactNode } from 'react'
import { partsOf } from '@/lib/platform/split-rows'
import { takeTurns } from '@/lib/platform/take-turns'

type Draw<Row> = (row: Row, place: number) => ReactNode
type Props<Row> = { rows: readonly Row[]; weigh?: (row: Row) => number; children: Draw<Row> }

/** The number of rows that take a few milliseconds to render. */
const atATime = 50

/**
 * Renders a list that may have thousands of rows, a few at a time, so that the server can answer others in between.
 * `weigh` says how many normal rows one row counts for.
 */
export function LongList<Row>({ rows, weigh, children: draw }: Props<Row>) {
  if (rows.length <= atATime && !weigh) return rows.map(draw)
  const parts = partsOf(rows, atATime, weigh)
  return parts.map(({ from, rows }) => <Part key={from} from={from} rows={rows} draw={draw} />)
}

async function Part<Row>({ from, rows, draw }: { from: number; rows: Row[]; draw: Draw<Row> }) {
  await takeTurns()
  return rows.map((row, index) => draw(row, from + index))
}
