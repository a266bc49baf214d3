import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cpuOf } from '../bench/servers'
import { type Address, addressesOf } from '../support/addresses'
import { hostileRequests } from '../support/hostile'
import { type Sent, send } from '../support/raw-request'
import { realAddress, samplesOf } from '../support/real-addresses'
import { signedInInstance } from '../support/signed-in-instance'
import { writeLongest } from '../support/write-longest'

let instance: Awaited<ReturnType<typeof signedInInstance>>
beforeAll(async () => {
  instance = await signedInInstance({ RATE_LIMIT: '0' })
})
afterAll(() => instance.close())

const seconds = 6

const signedIn = (sent: Sent): Sent => {
  const { cookie, authorization, address } = instance
  const who = sent.path.startsWith('/api/v1') ? { authorization } : { cookie }
  return { ...sent, headers: { ...who, origin: address, ...sent.headers } }
}

/** Whether the server still answers, and how long it kept others waiting by its own work: not by that of its neighbours. */
async function watch(until: Promise<unknown>) {
  let going = true
  void until.finally(() => {
    going = false
  })
  const own = monitorEventLoopDelay({ resolution: 10 })
  own.enable()
  let worst = 0
  while (going) {
    own.reset()
    const [since, cpu] = [performance.now(), cpuOf(instance.pid)]
    const { status } = await send(instance.address, { path: '/api/health/live' })
    expect(status).toBe(200)
    const waited = performance.now() - since - own.max / 1e6
    const worked = (cpuOf(instance.pid) - cpu) * 1000
    worst = Math.max(worst, Math.min(waited, Number.isNaN(worked) ? waited : worked))
    await pause(100)
  }
  own.disable()
  return worst
}

const sentence = (number: number) =>
  `States should take measure ${number} to strengthen cooperation between their competent authorities.`
const sentences = Array.from({ length: 4_995 }, (_, place) => sentence(place))

/** Sends a request while another one asks, again and again, whether the server is there. */
async function beside(sent: Sent) {
  const waits: number[] = []
  let over = false
  const asking = async () => {
    while (!over) {
      const asked = performance.now()
      await send(instance.address, { path: '/api/health/live' })
      waits.push(performance.now() - asked)
    }
  }
  const others = asking()
  const started = performance.now()
  const headers = { cookie: instance.cookie, ...sent.headers }
  const answer = await send(instance.address, { ...sent, headers })
  const took = performance.now() - started
  over = true
  await others
  return { ...answer, share: Math.max(...waits) / took }
}

/**
 * How much of the time that a request takes others may wait in one go. Not in milliseconds, since the machine may be busy;
 * what was drawn in one go took two thirds of it and more.
 */
const most = 0.45

test('a document of the largest size is added, and drawn, while others are answered', async () => {
  const code = 'LARGE-2026'
  const paragraphs = sentences.map((text, place) => ({ label: `${place + 1}`, text }))
  const recommendations = sentences.map((text, place) => ({ paragraph: place + 1, start: 0, end: text.length }))
  const body = JSON.stringify({ code, title: 'Large', date: '2026-01-01', paragraphs, recommendations })
  const headers = { authorization: instance.authorization }
  const added = await beside({ method: 'POST', path: '/api/v1/documents', headers, body })
  expect(added.status).toBe(201)
  expect(added.share).toBeLessThan(most)

  // What a page needs is loaded when one is drawn first.
  await send(instance.address, { path: '/documents/SALVADOR-2010', headers: { cookie: instance.cookie } })
  const drawn = await beside({ path: `/documents/${code}` })
  expect(drawn.status).toBe(200)
  expect(drawn.body.length).toBeLessThan(1_000_000)
  const places = [...drawn.body.matchAll(/<section id="(\d+)"/g)].map(([, place]) => Number(place))
  expect(places).toEqual(Array.from({ length: 200 }, (_, place) => place + 1))
  expect(drawn.share).toBeLessThan(most)
})

type Written = Awaited<ReturnType<typeof import('../support/secrets').writeSecrets>>

/** Pages with a part of theirs open, and pages of the long document. */
const furtherPages = ({ assignment, key, import: imported, slug }: Written, code: string) => [
  ...['form=report', 'history=open', 'reports=1'].map((open) => `/assignments/${assignment}?${open}`),
  ...['kind=all', 'edit=reading', 'annotate=open', 'assign=open'].map((open) => `/recommendations/${key}?${open}`),
  ...['step=details', 'step=check', 'step=removed'].map((step) => `/imports/${imported}?${step}`),
  ...['view=list', 'view=assignments', 'view=matrix'].map((view) => `/recommendations?${view}&document=${code}`),
  ...[`/documents/${code}`, `/documents/${code}?edit=details`, `/recommendations/${code}-1.1`],
  ...[`/organizations/${slug}?show=all`, `/history?noun=group`],
]

/** The largest page, the largest page of an assignment, which shows its plan whole, and the largest answer, in bytes. */
const largest = { page: 350_000, assignment: 500_000, answer: 1_000_000 }

test('however much people write, pages and answers of the API stay small', async () => {
  const { database, folder, cookie, authorization } = instance
  // Whatever reads the settings is loaded again, now that they are known.
  vi.resetModules()
  process.env.DATABASE_URL = database
  process.env.DATA_DIR = folder
  process.env.NEXTAUTH_SECRET = readFileSync(join(folder, 'secret'), 'utf8').trim()
  const { writeSecrets } = await import('../support/secrets')
  const written = await writeSecrets()
  const { code } = await writeLongest(database, written)
  const { db, pool } = await import('@/lib/platform/db')
  await db.$disconnect()
  await pool.end()

  const samples = samplesOf(written)
  const real = ({ path }: Address) => realAddress(path, samples)
  const answers = addressesOf('route').filter(
    ({ path, methods }) => /^.api.v1.\w/.test(path) && methods.includes('GET'),
  )
  const asked = [
    ...[...addressesOf('page').map(real), ...furtherPages(written, code)].map((path) => ({
      path,
      most: path.startsWith('/assignments/') ? largest.assignment : largest.page,
    })),
    ...[...answers.map(real), `/api/v1/documents/${code}`, `/api/v1/recommendations?document=${code}&limit=200`].map(
      (path) => ({ path, most: largest.answer }),
    ),
  ]
  const tooLarge: string[] = []
  for (const { path, most } of asked) {
    const headers = path.startsWith('/api/') ? { authorization } : { cookie }
    const ask = (path: string) => send(instance.address, { path, headers })
    const whole = await ask(path.startsWith('/api/') && !path.includes('?') ? `${path}?limit=200` : path)
    const { status, body } = whole.status === 422 ? await ask(path) : whole
    const size = Buffer.byteLength(body)
    if (size > most || status >= 500) tooLarge.push(`${path}: ${status}, ${size} bytes`)
  }
  expect(tooLarge).toEqual([])
})

// Last, because what is sent may end the session.
test('whatever is sent to it, nothing fails, and nobody waits for long', async () => {
  const failed: { what: string; status: number; sent: Sent }[] = []
  const sending = Promise.all(
    Object.entries(hostileRequests).map(([what, arbitrary]) =>
      fc.assert(
        fc.asyncProperty(arbitrary, async (sent) => {
          const { status } = await send(instance.address, signedIn(sent))
          if (status >= 500) failed.push({ what, status, sent })
        }),
        { numRuns: 2_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
      ),
    ),
  )
  const worst = await watch(sending)
  await sending
  expect(failed.slice(0, 5)).toEqual([])
  expect(worst).toBeLessThan(1_000)

  const [, log = ''] = instance.output().split(/Followthrough is ready: \S+\n/)
  const lines = log.trim().split('\n').filter(Boolean)
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
})
