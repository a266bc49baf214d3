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

/** Returns how many bytes a row takes as JSON. */
export const bytesOf = (row: unknown) =>
  Buffer.byteLength(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)))

/** The size of the rows in one answer of the API, in bytes. With everything else, the answer is smaller than a megabyte. */
export const mostInAnswer = 500_000

/** Returns the rows that fit in one answer, from the first one on: at least the first. */
export const fittingRows = <Row>(rows: readonly Row[]): Row[] => partsOf(rows, mostInAnswer, bytesOf)[0]?.rows ?? []
