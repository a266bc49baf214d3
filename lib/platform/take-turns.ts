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

/** How long one turn takes, in milliseconds. */
const turn = 20

/** Maps the rows of a list that may be long, some of them in each turn. */
export async function mapInTurns<Row, Mapped>(all: readonly Row[], map: (row: Row, place: number) => Mapped) {
  const mapped: Mapped[] = []
  let end = 0
  for (const [place, row] of all.entries()) {
    if (performance.now() >= end) {
      await takeTurns()
      end = performance.now() + turn
    }
    mapped.push(map(row, place))
  }
  return mapped
}
