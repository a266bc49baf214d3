import 'server-only'
import { pool } from '@/lib/platform/db'

const most = 200

/**
 * Keeps what was read for as long as nothing has changed: the same question is answered again without asking anew, and
 * several at once ask only once. Never out of date: whatever changes anything appends its event in the same transaction,
 * one after another, so that as long as the last event is the same, so is everything else.
 */
export function whileUnchanged<Question, Answer>(read: (question: Question) => Promise<Answer>) {
  const kept = new Map<string, { last: string; answer: Promise<Answer> }>()

  return async (question: Question): Promise<Answer> => {
    const key = JSON.stringify(question)
    // Before reading: what comes between the two is read, and makes the next one ask anew.
    const last = await lastEvent()
    const before = kept.get(key)
    if (before?.last === last) return before.answer

    const answer = read(question)
    kept.delete(key)
    kept.set(key, { last, answer })
    for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest)
    answer.catch(() => kept.delete(key))
    return answer
  }
}

async function lastEvent(): Promise<string> {
  const text = 'select hash from events order by seq desc limit 1'
  const { rows } = await pool.query<{ hash: string }>({ name: 'last-event', text })
  return rows[0]?.hash ?? ''
}
