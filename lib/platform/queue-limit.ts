type Limits = {
  /** The number of tasks that run at the same time. */
  atOnce: number
  /** The number of tasks that wait for their turn. Further ones are refused. */
  waiting: number
  /** The longest wait in milliseconds. */
  patience: number
}

/** Thrown when too many others wait, or when a turn did not come in time. */
class NoTurn extends Error {
  override name = 'NoTurn'
  code = 'NO_TURN'
}

/** Runs a limited number of tasks at the same time. The others wait in the order in which they arrived. */
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
