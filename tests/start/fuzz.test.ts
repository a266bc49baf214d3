import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cpuOf } from '../bench/servers'
import { hostileRequests } from '../support/hostile'
import { signedInInstance } from '../support/signed-in-instance'
import { type Sent, send } from '../support/wire'

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
  expect(worst).toBeLessThan(500)

  const [, log = ''] = instance.output().split(/Followthrough is ready: \S+\n/)
  const levels = log
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).level)
  expect(levels.filter((level) => level >= 50)).toEqual([])
})
