import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'

type Target = {
  address: string
  assignment: string
  tokens: { coordinator: string; reviewer: string; focalPoint: string }
}

/** What was acknowledged: the IDs of reports and requests, and the decisions and reviews by their notes. */
export type Acknowledged = Record<Kind, Set<string>>
type Kind = 'report' | 'request' | 'decide' | 'review'

/** The parts of the answers that the writers use. */
const Answer = z.object({
  id: z.uuid().optional(),
  reports: z.array(z.object({ id: z.uuid(), progress: z.string() })).optional(),
  dates: z.array(z.object({ id: z.uuid(), decision: z.string().optional() })).optional(),
  dueOn: z.iso.date().optional(),
  verification: z.string().optional(),
  code: z.string().optional(),
})
type Answer = z.infer<typeof Answer>

type Written = { status: number; answer: Answer }
type Send = (token: string, path: string, body?: object) => Promise<Written>

/**
 * Starts writers on one assignment. Each sends a change again, with the same key, until it is acknowledged or refused
 * because of the state of the assignment, and then goes on to another change.
 */
export function startWriters(target: Target, many: Record<Kind, number>) {
  const stopping = new AbortController()
  const acknowledged: Acknowledged = { report: new Set(), request: new Set(), decide: new Set(), review: new Set() }
  const statuses = new Map<string, number>()
  const send = senderTo(target, (what) => statuses.set(what, (statuses.get(what) ?? 0) + 1))
  const writes = { ...sayings(target, send), ...decisions(target, send) }

  async function work(kind: Kind) {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      const known = await writes[kind](turn)
      if (known !== undefined) acknowledged[kind].add(known)
      await pause(Math.random() * 300)
    }
  }

  const kinds = ['report', 'request', 'decide', 'review'] as const
  const working = Promise.all(kinds.flatMap((kind) => Array.from({ length: many[kind] }, () => work(kind))))
  return {
    acknowledged,
    statuses,
    async stop() {
      stopping.abort()
      await working
    },
  }
}

/** Returns a function that sends a request until it is answered, and not because the database is busy or away. */
const senderTo =
  ({ address, assignment }: Target, count: (what: string) => void): Send =>
  async (token, path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const change = body && { method: 'POST', body: JSON.stringify(body) }
    const request = { ...change, headers: { ...headers, ...(body && { 'idempotency-key': randomUUID() }) } }
    for (;;) {
      const written = await fetch(`${address}/api/v1/${path}`, { ...request, signal: AbortSignal.timeout(60_000) })
        .then(async (response) => ({ status: response.status, answer: Answer.parse(await response.json()) }))
        .catch((): Written => ({ status: 0, answer: {} }))
      const { status, answer } = written
      count(
        `${path.split('/').at(-1)?.replace(assignment, 'read')} ${status || 'unanswered'} ${answer.code ?? ''}`.trim(),
      )
      if (status !== 0 && status < 500) return written
      await pause(100)
    }
  }

const wasWritten = ({ status }: Written) => status === 200 || status === 201

/** What an organization writes. Each returns the ID of what was acknowledged. */
const sayings = ({ assignment, tokens }: Target, send: Send) => ({
  async report(turn: number) {
    const { verification } = (await send(tokens.focalPoint, `assignments/${assignment}`)).answer
    // Otherwise another report would come before every review.
    if (verification === 'submitted' || Math.random() > 0.2) return undefined
    const progress = turn % 3 === 0 ? 'in_progress' : 'implemented'
    const report = { progress, narrative: `Report ${randomUUID()}.` }
    const written = await send(tokens.focalPoint, `assignments/${assignment}/reports`, report)
    return wasWritten(written) ? written.answer.id : undefined
  },
  async request() {
    const { dueOn = '2030-01-01' } = (await send(tokens.focalPoint, `assignments/${assignment}`)).answer
    const request = { dueOn: dayAfter(dueOn), reason: `Request ${randomUUID()}.` }
    const written = await send(tokens.focalPoint, `assignments/${assignment}/extensions`, request)
    return wasWritten(written) ? written.answer.id : undefined
  },
})

/** What coordinators and reviewers write. Each returns the note of what was acknowledged, which nothing else has. */
const decisions = ({ assignment, tokens }: Target, send: Send) => ({
  async decide(turn: number) {
    const { dates } = (await send(tokens.coordinator, `assignments/${assignment}`)).answer
    const waiting = dates?.find((one) => !one.decision)
    if (!waiting) return undefined
    const note = `Decision ${randomUUID()}.`
    const decision = { decision: turn % 2 === 0 ? 'grant' : 'refuse', note }
    return wasWritten(await send(tokens.coordinator, `extensions/${waiting.id}/decision`, decision)) ? note : undefined
  },
  async review(turn: number) {
    const { reports } = (await send(tokens.reviewer, `assignments/${assignment}`)).answer
    const latest = reports?.[0]
    if (latest?.progress !== 'implemented') return undefined
    const note = `Review ${randomUUID()}.`
    const review = { decision: ['return', 'accept', 'accept_alternative'][turn % 3], note }
    return wasWritten(await send(tokens.reviewer, `reports/${latest.id}/review`, review)) ? note : undefined
  },
})

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
