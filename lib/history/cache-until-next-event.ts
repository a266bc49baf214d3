import 'server-only'
import { cache } from 'react'
import { pool } from '@/lib/platform/db'

type Limits<Answer> = {
  /** How many answers are kept; beyond that, the one asked for longest ago is dropped. */
  most?: number
  /** Whether an answer is small enough to be kept. */
  keeps?: (answer: Answer) => boolean
}

/**
 * Keeps what was read until the next event: the same question is not asked again, and several at once ask only once.
 * Never out of date: whatever changes anything appends its event in the same transaction, one after another, so that as
 * long as the last event is the same, so is everything else.
 */
export function cacheUntilNextEvent<Question, Answer>(
  read: (question: Question) => Promise<Answer>,
  { most = 200, keeps = () => true }: Limits<Answer> = {},
) {
  const kept = new Map<string, { last: string; answer: Promise<Answer> }>()

  return async (question: Question): Promise<Answer> => {
    const key = JSON.stringify(question)
    // Before reading: what comes between the two is read, and makes the next one ask anew.
    const last = await lastEvent()
    const before = kept.get(key)
    kept.delete(key)
    if (before?.last === last) {
      kept.set(key, before)
      return before.answer
    }

    const entry = { last, answer: read(question) }
    kept.set(key, entry)
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
    const forget = () => kept.get(key) === entry && kept.delete(key)
    entry.answer.then((answer) => keeps(answer) || forget(), forget)
    return entry.answer
  }
}

/** SQL: the hash of the last event. */
export const lastEventHash = '(select hash from events order by seq desc limit 1)'

/** What the page that is drawn now knows of the last event. Outside of a page, each call answers another object. */
const pageNow = cache((): { last?: Promise<string> } => ({}))

/** Tells the page that is drawn now which event was the last, since its session is read before anything else. */
export function tellLastEvent(hash: string | null) {
  pageNow().last = Promise.resolve(hash ?? '')
}

/** A page asks once, so that all of it is as of one event. An action asks each time: it appends events of its own. */
function lastEvent(): Promise<string> {
  const page = pageNow()
  page.last ??= readLastEvent()
  return page.last
}

async function readLastEvent(): Promise<string> {
  const { rows } = await pool.query<{ hash: string | null }>({
    name: 'last-event',
    text: `select ${lastEventHash} as hash`,
  })
  return rows[0]?.hash ?? ''
}
