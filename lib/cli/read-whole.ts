import { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { isForm } from './bounds'

/** Why a body could not be read: it is too large, it comes in too many small chunks, or its sender went away. */
type Unread = 'too_large' | 'too_fine' | 'gone'

/** So many chunks may be small ones, of fewer bytes than this: each costs as much as a large one. */
const small = { chunks: 5_000, bytes: 64 }

/** A request, and its body where that was read already. */
export type WholeRequest = IncomingMessage & { readonly body?: Buffer }

/**
 * Reads the body of a request that comes in chunks, and returns the request as if it had said how long its body is: what
 * limits the length of a body then holds for this one too. Reads a form, too, so that its fields can be counted. Any other
 * request is returned as it is.
 */
export async function readWhole(request: IncomingMessage, largest: number): Promise<WholeRequest | Unread> {
  if (request.headers['transfer-encoding'] === undefined && !isForm(request)) return request
  const body = await bodyOf(request, largest)
  return typeof body === 'string' ? body : withBody(request, body)
}

/** The chunks are copied into one buffer: each by itself would keep as much memory as all that came in with it. */
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

/** A request whose body is there already; it comes when somebody reads. */
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
