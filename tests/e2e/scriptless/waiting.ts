/** Hands each thing that happens to whoever waits for the next one. */
export class Waiting<T> {
  private readonly waiting: ((thing: T) => void)[] = []

  next = () => new Promise<T>((resolve) => this.waiting.push(resolve))

  give(thing: T) {
    for (const resolve of this.waiting.splice(0)) resolve(thing)
  }
}
