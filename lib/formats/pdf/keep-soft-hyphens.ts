const softHyphen = '\u00AD'

/**
 * Lets pdfjs keep soft hyphens while the work runs. It asks of each character whether it matches an expression of invisible
 * characters, and leaves out those that do. At the end of a line a soft hyphen is printed, and says that the word goes on.
 */
export async function keepingSoftHyphens<T>(work: () => Promise<T>): Promise<T> {
  const { match } = String.prototype
  const ask = function (this: string, by: string | RegExp) {
    const invisible = String(this) === softHyphen && by instanceof RegExp && by.source.includes(String.raw`\p{Cf}`)
    return invisible ? null : Reflect.apply(match, this, [by])
  }
  Object.defineProperty(String.prototype, 'match', { value: ask, configurable: true, writable: true })
  try {
    return await work()
  } finally {
    Object.defineProperty(String.prototype, 'match', { value: match, configurable: true, writable: true })
  }
}
