/** Returns the parts of a generator. Requests each part while the one before it is used. */
export async function* readAhead<T>(parts: AsyncGenerator<T>): AsyncGenerator<T, void> {
  const request = () => {
    const next = parts.next()
    // An error is thrown where the part is awaited, and is no concern of a caller that has stopped.
    next.catch(() => {})
    return next
  }
  for (let next = request(); ; ) {
    const part = await next
    if (part.done) return
    next = request()
    yield part.value
  }
}
