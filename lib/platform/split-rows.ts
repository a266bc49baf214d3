/** A run of consecutive rows of a list. `from` is the place of the first one. */
export type RunOfRows<Row> = { from: number; rows: Row[] }

/**
 * Splits a list into runs that each have at most the weight `most`, or consist of one row. By default, a row has the
 * weight 1.
 */
export function partsOf<Row>(
  rows: readonly Row[],
  most: number,
  weigh: (row: Row) => number = () => 1,
): RunOfRows<Row>[] {
  const parts: RunOfRows<Row>[] = []
  let weight = Number.POSITIVE_INFINITY
  for (const [place, row] of rows.entries()) {
    const own = weigh(row)
    weight += own
    const last = parts.at(-1)
    if (last && weight <= most) last.rows.push(row)
    else {
      parts.push({ from: place, rows: [row] })
      weight = own
    }
  }
  return parts
}
