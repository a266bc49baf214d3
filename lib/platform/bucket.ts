import 'server-only'
import { createReadStream } from 'node:fs'
import { type IncomingMessage, Agent as PlainAgent, request as sendPlain } from 'node:http'
import { Agent, request } from 'node:https'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AwsV4Signer } from 'aws4fetch'
import type { Content, FilePlace, ReceivedFile } from './file-place'

/** Thrown if the store of files cannot be reached or refuses a request. The same request may succeed later. */
class StorageError extends Error {
  override name = 'StorageError'
  code = 'STORAGE_AWAY'
}

/** The longest silence of the store, in milliseconds. */
const silence = 30_000

const agents = { 'http:': new PlainAgent({ keepAlive: true }), 'https:': new Agent({ keepAlive: true }) }

type Sending = { method: 'PUT' | 'GET' | 'HEAD' | 'DELETE'; key: string; file?: ReceivedFile }

/**
 * Keeps files in a bucket of a store that speaks S3. The address is `https://KEY:SECRET@host/bucket`, with the region as
 * `?region=`, `us-east-1` without it. The store checks that what arrives has the hash that was announced.
 */
export function fileBucket(address: string): FilePlace & { check(): Promise<void> } {
  const { username, password, origin, pathname, searchParams } = new URL(address)
  const bucket = `${origin}${pathname.replace(/\/$/, '')}`
  const signing = {
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: 's3',
    region: searchParams.get('region') ?? 'us-east-1',
  }

  async function send({ method, key, file }: Sending): Promise<IncomingMessage> {
    const signer = new AwsV4Signer({
      ...signing,
      method,
      url: key ? `${bucket}/${key}` : bucket,
      headers: file ? { 'x-amz-content-sha256': file.sha256, 'content-type': 'application/octet-stream' } : {},
    })
    const { url, headers } = await signer.sign()
    const length = file && { 'content-length': String(file.bytes) }
    return answerTo(url, { method, headers: { ...Object.fromEntries(headers), ...length } }, file)
  }

  return {
    async put(key, file) {
      await discard(await send({ method: 'PUT', key, file }), [200, 201])
    },

    async remove(key) {
      await discard(await send({ method: 'DELETE', key }), [200, 204, 404])
    },

    async open(key) {
      const head = await send({ method: 'HEAD', key })
      await discard(head, [200, 404])
      if (head.statusCode === 404) return undefined
      return opening(async () => {
        const answer = await send({ method: 'GET', key })
        if (answer.statusCode !== 200) await discard(answer, [])
        return answer
      })
    },

    /** Throws a `StorageError` if the bucket cannot be reached with this key and secret. */
    async check() {
      await discard(await send({ method: 'HEAD', key: '' }), [200])
    },
  }
}

/** Returns a stream that is opened when its first part is read. */
function opening(open: () => Promise<Readable>): Content {
  const opened: { reader?: AsyncIterator<Buffer>; answer?: Readable } = {}
  return new ReadableStream(
    {
      async pull(controller) {
        opened.answer ??= await open()
        opened.reader ??= opened.answer[Symbol.asyncIterator]()
        const { done, value } = await opened.reader.next()
        if (done) controller.close()
        else controller.enqueue(new Uint8Array(value))
      },
      cancel: () => void opened.answer?.destroy(),
    },
    { highWaterMark: 0 },
  )
}

type Head = { method: string; headers: Record<string, string> }

/** Sends a request, with a file as its body, and returns the answer once its headers are there. */
async function answerTo(url: URL, head: Head, file?: ReceivedFile): Promise<IncomingMessage> {
  const plain = url.protocol === 'http:'
  const options = { ...head, timeout: silence }
  const sending = plain
    ? sendPlain(url, { ...options, agent: agents['http:'] })
    : request(url, { ...options, agent: agents['https:'] })
  // After the answer has begun, its own stream reports what goes wrong.
  sending.on('error', () => undefined)
  sending.on('timeout', () => sending.destroy(new Error('it did not answer in time')))
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject)
  })
  try {
    // A store may refuse before everything has arrived, so the answer counts, not the end of sending.
    if (file) void pipeline(createReadStream(file.path), sending).catch(() => undefined)
    else sending.end()
    return await answered
  } catch (error) {
    throw new StorageError(`The store of files cannot be reached: ${error instanceof Error ? error.message : error}.`)
  }
}

/** Reads an answer to its end. Throws if its status is none of these. */
async function discard(answer: IncomingMessage, expected: readonly number[]) {
  const status = answer.statusCode ?? 0
  const start = await beginningOf(answer)
  if (expected.includes(status)) return
  throw new StorageError(`The store of files answered ${status}${start && `: ${start}`}.`)
}

/** Returns the code of an error that the store describes, if it does. */
async function beginningOf(answer: IncomingMessage) {
  let text = ''
  for await (const part of answer) if (text.length < 2_000) text += String(part)
  return /<Code>(\w{1,60})<\/Code>/.exec(text)?.[1] ?? ''
}
