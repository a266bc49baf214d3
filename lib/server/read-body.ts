import { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { isForm, isUpload } from './request-bounds'

/**
 * The reason why a body could not be read: it is too large, it arrives in too many small chunks, or its sender
 * disconnected.
 */
type Unread = 'too_large' | 'too_fine' | 'gone'

/**
 * The number of chunks that may be small, and the size in bytes below which a chunk is small. A small chunk costs as
 * much as a large one.
 */
const small = { chunks: 5_000, bytes: 64 }

/** A request, with its body if that has been read already. */
export type WholeRequest = IncomingMessage & { readonly body?: Buffer }

/**
 * Reads the body of a request that arrives in chunks. Returns the request as if it had declared the length of its body,
 * so that the limits on declared lengths apply to it too. Also reads the body of a form, so that its fields can be
 * counted. Returns any other request unchanged, and one that sends a file.
 */
export async function readWhole(request: IncomingMessage, largest: number): Promise<WholeRequest | Unread> {
  if (isUpload(request) || (request.headers['transfer-encoding'] === undefined && !isForm(request))) return request
  const body = await bodyOf(request, largest)
  return typeof body === 'string' ? body : withBody(request, body)
}

/** Copies the chunks into one buffer, because each chunk would keep the memory of everything that arrived with it. */
function bodyOf(request: IncomingMessage, largest: number): Promise<Buffer | Unread> {
  let room = Buffer.alloc(16 * 1024)
  let length = 0
  let chunks = 0
  return new Promise((resolve) => {
    const take = (part: Buffer) => {
      const unread = length + part.length > largest ? 'too_large' : isTooFine(++chunks, length) ? 'too_fine' : undefined
      if (unread) {
        request.off('data', take).pause()
        resolve(unread)
        return
      }
      while (room.length < length + part.length) room = Buffer.concat([room], room.length * 2)
      part.copy(room, length)
      length += part.length
    }
    request.on('data', take)
    request.once('end', () => resolve(room.subarray(0, length)))
    for (const event of ['error', 'close']) request.once(event, () => resolve('gone'))
  })
}

const isTooFine = (chunks: number, length: number) => chunks > small.chunks && length < chunks * small.bytes

function withBody(request: IncomingMessage, body: Buffer) {
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders } = request
  const { 'transfer-encoding': _, trailer, ...headers } = request.headers
  return Object.assign(new ReadRequest(request.socket, body), {
    ...{ method, url, httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders },
    headers: { ...headers, 'content-length': String(body.length) },
  })
}

/** Returns a request whose body is in memory and is sent to its readers on demand. */
class ReadRequest extends IncomingMessage {
  readonly body: Buffer

  constructor(socket: Socket, body: Buffer) {
    super(socket)
    this.body = body
  }

  override _read() {
    this.push(this.body)
    this.push(null)
    this.complete = true
  }
}
