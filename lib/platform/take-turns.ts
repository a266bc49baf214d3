import { partsOf } from './split-rows'

const waiting: (() => void)[] = []

/**
 * Resolves after all others have had a turn. If several wait, one goes on at a time, and requests are answered in
 * between. Long work that calls this from time to time therefore delays nobody.
 */
export const takeTurns = () =>
  new Promise<void>((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) setImmediate(letNextGo)
  })

function letNextGo() {
  waiting.shift()?.()
  if (waiting.length > 0) setImmediate(letNextGo)
}

const atATime = 200

/** Maps the rows of a list that may be long, some of them in each turn. */
export async function mapInTurns<Row, Mapped>(all: readonly Row[], map: (row: Row, place: number) => Mapped) {
  const mapped: Mapped[] = []
  for (const { from, rows } of partsOf(all, atATime)) {
    await takeTurns()
    for (const [index, row] of rows.entries()) mapped.push(map(row, from + index))
  }
  return mapped
}
