import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Target = { host: string; port: number }

/** A request without the headers of its connection. `after` is another request before it, which is not timed. */
export type Shot = {
  method: 'GET' | 'POST'
  path: string
  headers?: Record<string, string>
  body?: string
  after?: Shot
}

export type Round = { seconds: number; latencies: number[] }

/**
 * Keeps `concurrency` requests running for `seconds`. Each connection sends the next request as soon as it has its
 * response. Uses raw sockets, because driver and servers share one machine. Throws if a response is not a success.
 */
export async function drive(target: Target, next: () => Shot, concurrency: number, seconds: number): Promise<Round> {
  const latencies: number[] = []
  const started = performance.now()
  const deadline = started + seconds * 1000
  async function work() {
    const socket = connect(target).setNoDelay(true)
    await once(socket, 'connect')
    while (performance.now() < deadline) {
      const shot = next()
      if (shot.after) await fire(socket, target, shot.after)
      const before = performance.now()
      await fire(socket, target, shot)
      latencies.push(performance.now() - before)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return { seconds: (performance.now() - started) / 1000, latencies }
}

function fire(socket: Socket, { host, port }: Target, { method, path, headers = {}, body = '' }: Shot) {
  const content = body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
  const lines = Object.entries({ host: `${host}:${port}`, ...headers, ...content }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const answered = wholeAnswer(socket, `${method} ${path}`)
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  return answered
}

const endOfHead = '\r\n\r\n'
const lastChunk = Buffer.from('0\r\n\r\n')

/** Waits for the last byte of a response: by its length, or by its last chunk. */
function wholeAnswer(socket: Socket, asked: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = ''
    // The end of a chunk may come in two parts, so it is searched in everything that has arrived.
    let end = Buffer.alloc(0)
    let length = 0
    let expected: number | undefined

    function settle(problem?: string) {
      socket.off('data', take).off('close', cut).off('error', cut)
      if (problem) reject(new Error(`${asked}: ${problem}`))
      else resolve()
    }
    const cut = () => settle('the connection was cut')

    function take(part: Buffer) {
      length += part.length
      end = Buffer.concat([end, part.subarray(-lastChunk.length)]).subarray(-lastChunk.length)
      if (!head.includes(endOfHead)) {
        head += part.toString('latin1')
        if (!head.includes(endOfHead)) return
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
        if (length) expected = head.indexOf(endOfHead) + endOfHead.length + Number(length)
      }
      const whole = expected === undefined ? end.equals(lastChunk) : length >= expected
      if (whole) settle(/^HTTP\/1\.1 2/.test(head) ? undefined : head.slice(0, 600))
    }
    socket.on('data', take).once('close', cut).once('error', cut)
  })
}
