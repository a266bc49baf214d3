import type { Readable } from 'node:stream'

/** Thrown when there is more to read than the limit. */
export class OutputTooLong extends Error {}

/** Yields the lines of a stream. Reads no more bytes than the limit, however long a line is. */
export async function* linesFrom(stream: Readable, limit: number): AsyncGenerator<string> {
  let bytes = 0
  let begun: Buffer[] = []
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > limit) throw new OutputTooLong()
    let from = 0
    for (let to = part.indexOf(10); to !== -1; to = part.indexOf(10, from)) {
      yield Buffer.concat([...begun, part.subarray(from, to)]).toString('utf8')
      begun = []
      from = to + 1
    }
    if (from < part.length) begun.push(part.subarray(from))
  }
}
