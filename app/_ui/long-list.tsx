import type { ReactNode } from 'react'
import { partsOf } from '@/lib/platform/parts'
import { takeTurns } from '@/lib/platform/take-turns'

type Draw<Row> = (row: Row, place: number) => ReactNode
type Props<Row> = { rows: readonly Row[]; weigh?: (row: Row) => number; children: Draw<Row> }

/** As many rows as are drawn in a few milliseconds. */
const atATime = 50

/**
 * Draws a list that may be thousands of rows long, a few rows at a time, so that the server answers others in between.
 * `weigh` says how many rows of a usual size one row is worth.
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
