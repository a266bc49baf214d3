import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { signedInInstance } from '../support/signed-in-instance'
import { storedIn } from '../support/uploads'

let instance: Awaited<ReturnType<typeof signedInInstance>>
let assignment = ''

beforeAll(async () => {
  instance = await signedInInstance({ RATE_LIMIT: '0' })
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  const { rows } = await client.query<{ key: string; slug: string }>(
    'select (select key from recommendations order by ordinal limit 1), (select slug from organizations order by slug limit 1)',
  )
  await client.end()
  const made = await api(`recommendations/${rows[0]?.key}/assignments`, { organization: rows[0]?.slug })
  assignment = z.object({ id: z.string() }).parse(await made.json()).id
})
afterAll(() => instance.close())

const json = { 'content-type': 'application/json' }

const api = (path: string, body: object) =>
  fetch(`${instance.address}/api/v1/${path}`, {
    method: 'POST',
    headers: { ...json, authorization: instance.authorization },
    body: JSON.stringify(body),
  })

const boundary = 'the-boundary-of-these-tests'
const head = (name = 'letter.txt') =>
  `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
const end = `\r\n--${boundary}--\r\n`

type Answer = { status: number; body: string }
type Sending = { headers?: Record<string, string>; path?: string }

/** Begins to send a file. The caller writes the form and ends the request. */
function begin(length: number | undefined, { headers = {}, path }: Sending = {}) {
  const sent: ClientRequest = request(`${instance.address}${path ?? `/api/v1/assignments/${assignment}/evidence`}`, {
    method: 'POST',
    headers: {
      authorization: instance.authorization,
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(length !== undefined && { 'content-length': length }),
      ...headers,
    },
  })
  const answer = new Promise<Answer>((resolve, reject) => {
    sent.on('error', reject).on('response', (response) => {
      let body = ''
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
  })
  answer.catch(() => {})
  return { sent, answer }
}

/** Sends a whole form. */
async function sendForm(form: string | Buffer, sending: Sending = {}) {
  const { sent, answer } = begin(Buffer.byteLength(form), sending)
  sent.end(form)
  return answer
}

/** The memory of the server's process, in megabytes. */
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${instance.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Returns by how much the memory of the server grew at most while something was done. */
async function growthDuring(work: () => Promise<unknown>) {
  const before = memory()
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most, memory())
  }, 20)
  try {
    await work()
  } finally {
    clearInterval(watching)
  }
  return most - before
}

const Added = z.object({ id: z.string(), sha256: z.string(), scan: z.string() })

test('50 MB go up and down, hardly any of it in memory', async () => {
  await sendForm(`${head()}A first letter.${end}`)
  const chunk = randomBytes(1024 * 1024 - 1)
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 50 }, () => chunk)]).subarray(
    0,
    50 * 1024 * 1024,
  )
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  let id = ''

  const up = await growthDuring(async () => {
    const { status, body } = await sendForm(Buffer.concat([Buffer.from(head('large.pdf')), pdf, Buffer.from(end)]))
    expect([status, body.slice(0, 200)]).toEqual([201, expect.any(String)])
    const added = Added.parse(JSON.parse(body))
    expect(added).toMatchObject({ sha256, scan: 'not_scanned' })
    id = added.id
  })
  const down = await growthDuring(async () => {
    const answer = await fetch(`${instance.address}/api/v1/evidence/${id}/file`, {
      headers: { authorization: instance.authorization },
    })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename="large.pdf"; filename*=UTF-8''large.pdf`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    })
    const hash = createHash('sha256')
    for await (const part of answer.body ?? []) hash.update(part)
    expect(hash.digest('hex')).toBe(sha256)
  })
  expect(Math.max(up, down)).toBeLessThan(100)
})

const folder = () => instance.folder

test('an upload that is broken off leaves nothing', async () => {
  const before = await storedIn(folder())
  const { sent, answer } = begin(1_000_000)
  sent.write(`${head()}${'Words. '.repeat(20_000)}`)
  await vi.waitFor(async () => expect((await storedIn(folder())).arriving).toHaveLength(1))
  sent.destroy()
  await expect(answer).rejects.toThrow()
  await vi.waitFor(async () => expect(await storedIn(folder())).toEqual(before), { timeout: 10_000 })
})

test('a file that arrives slowly is added, 300 kB at 50 kB/s', async () => {
  const text = 'Slow words. '.repeat(25_000)
  const { sent, answer } = begin(head().length + text.length + end.length)
  sent.write(head())
  for (let at = 0; at < text.length; at += 10_000) {
    sent.write(text.slice(at, at + 10_000))
    await pause(200)
  }
  sent.end(end)
  expect(await answer).toMatchObject({ status: 201 })
})

test('a file that is too large is refused in words after all of it was sent, and one far too large at once', async () => {
  const before = await storedIn(folder())
  const large = Buffer.alloc(55 * 1024 * 1024, 'words ')
  const refused = await sendForm(Buffer.concat([Buffer.from(head()), large, Buffer.from(end)]))
  expect(refused).toMatchObject({ status: 422, body: expect.stringContaining('evidence_file_too_large') })
  const { sent, answer } = begin(1024 ** 3)
  sent.write(head())
  expect(await answer).toMatchObject({ status: 413 })
  sent.destroy()
  expect(await storedIn(folder())).toEqual(before)
})

const hostile: [string, string | Buffer][] = [
  ['nothing', ''],
  ['a form that ends within a file', `${head()}words`],
  [
    'a thousand parts that never end',
    `--${boundary}\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n`.repeat(1000),
  ],
  ['a header that never ends', `--${boundary}\r\ncontent-disposition: ${'x'.repeat(300_000)}`],
  ['bytes', randomBytes(300_000)],
]
test.each(hostile)('%s is refused, and the server goes on', async (_, form) => {
  const before = await storedIn(folder())
  expect(await sendForm(form)).toMatchObject({ status: 422 })
  expect(await storedIn(folder())).toEqual(before)
  expect((await fetch(`${instance.address}/api/health/live`)).status).toBe(200)
})

test('nobody sends files without being signed in, or from another site', async () => {
  const page = `/assignments/${assignment}/evidence`
  const form = `${head()}Another letter.${end}`
  const origin = instance.address
  expect(await sendForm(form, { headers: { authorization: '' } })).toMatchObject({ status: 401 })
  expect(await sendForm(form, { path: page, headers: { origin } })).toMatchObject({ status: 303 })
  const elsewhere = { origin: 'https://elsewhere.example.org', cookie: instance.cookie }
  expect(await sendForm(form, { path: page, headers: elsewhere })).toMatchObject({ status: 403 })
  const own = await sendForm(form, {
    path: page,
    headers: { origin, cookie: instance.cookie, accept: 'application/json' },
  })
  expect(own).toMatchObject({ status: 200, body: expect.stringContaining('done=evidenceAdded') })
})
