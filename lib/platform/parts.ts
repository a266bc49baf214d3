/** A run of the rows of a list; `from` is the place of its first one. */
export type RunOfRows<Row> = { from: number; rows: Row[] }

/** Cuts a list into runs that each weigh at most `most`, or are one row. A row weighs 1, unless told. */
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
