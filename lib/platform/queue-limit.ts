type Limits = {
  /** So many work at the same time. */
  atOnce: number
  /** So many wait for their turn; one more is refused. */
  waiting: number
  /** So long they wait, in milliseconds. */
  patience: number
}

/** Refused, since too many others wait, or since one's turn did not come in time. */
class NoTurn extends Error {
  override name = 'NoTurn'
  code = 'NO_TURN'
}

/** Lets a limited number work at the same time; the others wait, in the order in which they came. */
export function limitQueue({ atOnce, waiting, patience }: Limits) {
  let working = 0
  const queue: (() => void)[] = []

  function enter(): Promise<void> | undefined {
    if (working < atOnce) {
      working++
      return undefined
    }
    if (queue.length >= waiting) throw new NoTurn('Too many wait already.')
    return new Promise((resolve, reject) => {
      const next = () => {
        clearTimeout(late)
        resolve()
      }
      const late = setTimeout(() => {
        queue.splice(queue.indexOf(next), 1)
        reject(new NoTurn('The turn did not come in time.'))
      }, patience)
      queue.push(next)
    })
  }

  function leave() {
    const next = queue.shift()
    if (next) next()
    else working--
  }

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
