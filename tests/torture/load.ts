import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

type Target = { address: string; token: string }

/** All writers are one account. Its rate limit would allow only a few writes at the moment of a fault. */
export const unlimited = { RATE_LIMIT: '0' }

const key = 'SALVADOR-2010-17.1'

/**
 * Starts writers, which send each annotation again under the same ID until it is acknowledged, and readers, until they
 * are stopped.
 */
export function load(target: Target, { writers, readers }: { writers: number; readers: number }) {
  const stopping = new AbortController()
  const acknowledged: string[] = []
  const statuses = new Map<string, number>()
  const count = (status: number | string) => statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)

  async function ask(path: string, body?: object) {
    const headers = { authorization: `Bearer ${target.token}`, 'content-type': 'application/json' }
    const given = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const status = await fetch(`${target.address}/api/v1/${path}`, {
      ...given,
      headers,
      signal: AbortSignal.timeout(60_000),
    })
      .then(async (answer) => {
        await answer.text()
        return answer.status
      })
      .catch(() => 'unanswered' as const)
    count(status)
    if (typeof status === 'string' || status >= 500) await pause(100)
    return status
  }

  async function write() {
    while (!stopping.signal.aborted) {
      const id = randomUUID()
      let status: number | string = 0
      while (status !== 201 && status !== 200)
        status = await ask(`recommendations/${key}/annotations`, { body: `Note ${id}`, id })
      acknowledged.push(id)
    }
  }

  async function read() {
    while (!stopping.signal.aborted) await ask(`recommendations/${key}`)
  }

  const working = Promise.all([...Array.from({ length: writers }, write), ...Array.from({ length: readers }, read)])
  return {
    acknowledged,
    statuses,
    async stop() {
      stopping.abort()
      await working
    },
  }
}
