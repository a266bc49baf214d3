import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** `assignment` is the assignment that all reports are about. */
type Target = { address: string; token: string; assignment: string }

/** All writers are one account. Its rate limit would allow only a few writes at the moment of a fault. */
export const unlimited = { RATE_LIMIT: '0' }

const key = 'SALVADOR-2010-17.1'

/**
 * Starts writers, which send each annotation or report again under the same ID until it is acknowledged, and readers,
 * until they are stopped.
 */
export function load(target: Target, { writers, readers }: { writers: number; readers: number }) {
  const stopping = new AbortController()
  const acknowledged = { annotations: [] as string[], reports: [] as string[] }
  const statuses = new Map<string, number>()
  const count = (status: number | string) => statuses.set(String(status), (statuses.get(String(status)) ?? 0) + 1)

  const ask = asker(target, count)

  /** Sends something again and again until it is acknowledged. */
  async function insist(path: string, body: object) {
    let status: number | string = 0
    while (status !== 201 && status !== 200) status = await ask(path, body)
  }

  async function annotate() {
    while (!stopping.signal.aborted) {
      const id = randomUUID()
      await insist(`recommendations/${key}/annotations`, { body: `Note ${id}`, id })
      acknowledged.annotations.push(id)
    }
  }

  async function report() {
    while (!stopping.signal.aborted) {
      const id = randomUUID()
      const claims = acknowledged.reports.length % 2 === 0
      const progress = claims ? 'implemented' : 'in_progress'
      await insist(`assignments/${target.assignment}/reports`, { id, progress, narrative: `Report ${id}.` })
      acknowledged.reports.push(id)
    }
  }

  const write = (_: unknown, place: number) => (place % 2 === 0 ? annotate() : report())

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

/** Returns a function that sends a request and counts its status. After a failure it pauses. */
const asker = (target: Target, count: (status: number | string) => void) => async (path: string, body?: object) => {
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
