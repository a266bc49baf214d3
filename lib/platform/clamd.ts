import 'server-only'
import { connect, type Socket } from 'node:net'

/** What clamd says of a content: it is clean, it contains this malware, or clamd cannot take it. */
export type Verdict = { found: 'nothing' } | { found: 'malware'; name: string } | { found: 'error'; answer: string }

/** The longest silence of clamd, in milliseconds. A large file takes it a while. */
const silence = 120_000

/** Sends a content to clamd, as its command INSTREAM wants. Throws if clamd is away. */
export async function scan(path: string, content: AsyncIterable<Uint8Array>): Promise<Verdict> {
  try {
    return verdictIn(await ask(path, 'INSTREAM', (socket) => send(socket, content)))
  } catch (error) {
    // Clamd hangs up on a content that is too long for it. Its answer can be lost then, so this asks whether it works.
    if ((await ask(path, 'PING')) !== 'PONG') throw error
    return { found: 'error', answer: `clamd hung up: ${error instanceof Error ? error.message : error}` }
  }
}

/** Sends a command and what belongs to it. Returns the answer. Throws if the connection ends without one. */
async function ask(path: string, command: string, send?: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connect({ path, allowHalfOpen: true })
  let answer = ''
  socket.setTimeout(silence, () => socket.destroy(new Error('clamd did not answer in time')))
  socket.on('data', (part) => {
    answer += part
  })
  const ended = new Promise<void>((resolve, reject) => {
    socket.once('end', resolve).once('close', resolve).once('error', reject)
  })
  socket.write(`z${command}\0`)
  const sending = send?.(socket)
  const failed = await ended.then(
    () => undefined,
    (error: Error) => error,
  )
  socket.destroy()
  await sending
  const text = answer.replaceAll('\0', '').trim()
  if (text === '') throw failed ?? new Error('clamd ended the connection without an answer')
  return text
}

/** Sends a content in parts, each after its length, until clamd ends the connection. */
async function send(socket: Socket, content: AsyncIterable<Uint8Array>) {
  for await (const part of content) {
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(part.length)
    socket.write(length)
    if (!socket.write(part)) await drained(socket)
  }
  socket.write(Buffer.alloc(4))
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })

function verdictIn(answer: string): Verdict {
  if (answer === 'stream: OK') return { found: 'nothing' }
  const name = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
  return name ? { found: 'malware', name } : { found: 'error', answer: answer.slice(0, 200) }
}
