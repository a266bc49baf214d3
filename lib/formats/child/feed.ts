import type { Readable, Writable } from 'node:stream'

/**
 * Passes a content on to a process. Returns the error of the source if it fails. A process that stops listening is not
 * an error: how it ends says why.
 */
export async function feed(source: Readable, input: Writable): Promise<Error | undefined> {
  input.on('error', () => {})
  try {
    for await (const part of source) {
      if (input.destroyed) return undefined
      if (!input.write(part)) await goesOn(input)
    }
    input.end()
    return undefined
  } catch (error) {
    if (input.destroyed) return undefined
    return error instanceof Error ? error : new Error('The content of a file could not be fetched.', { cause: error })
  }
}

/** Resolves when a process takes more, or stops listening. */
const goesOn = (input: Writable) =>
  new Promise<void>((resolve) => {
    const go = () => {
      input.off('drain', go).off('close', go)
      resolve()
    }
    input.on('drain', go).on('close', go)
  })
