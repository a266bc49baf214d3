const waiting: (() => void)[] = []

/**
 * Resolves after everybody else had a turn. Of several who ask, one goes on at a time, and requests are answered in
 * between: so long work that asks now and then keeps nobody waiting.
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
