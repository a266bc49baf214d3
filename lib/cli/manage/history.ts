import type { Flaw } from '@/lib/history/history-flaw'
import { Problem } from '../problem'
import type { Given, Verb } from './verb'

const flaws: Record<Flaw['what'], string> = {
  gap: 'is missing',
  link: 'does not follow from the one before it',
  hash: 'is not as it was written',
  head: 'has no event with this hash, so events that were there when it was noted have been altered or removed',
  words: 'vouches for words that have been altered',
  row: 'is something that no event tells of',
  lost: 'was made by it, and is not there any more',
  field: 'has another value than the last event that tells of it',
  file: 'has a file whose content is not the one that was added',
  missing: 'has a file that is not in the store any more',
}

/** `npm run manage -- history verify` */
export const verify: Verb = {
  says: 'walks the whole history, compares what stands with it, and names the first thing that differs',
  options: { head: { type: 'string', says: 'a hash that "history head" printed earlier, which must still be there' } },
  async run(given) {
    const { verifyHistory } = await import('@/lib/history/verify')
    const head = headIn(given)
    const verified = await verifyHistory(progress(), head)
    if (verified.ok) {
      await verifySealedDays()
      return inWords(verified)
    }

    const { seq, what, row, table, field } = verified.flaw
    if (what === 'head') throw new Problem(`The history ${flaws.head}: ${head}.`)
    const where = [
      seq !== undefined && `event ${seq}`,
      row !== undefined && `row ${row}${table ? ` of ${table}` : ''}`,
      field !== undefined && `field ${field}`,
    ]
    throw new Problem(`The history is not as it was written: ${where.filter(Boolean).join(', ')} ${flaws[what]}.`)
  },
}

/** Counts the stored days again. They can be deleted at any time, and are then counted when they are next shown. */
async function verifySealedDays() {
  const { alteredSealedDay } = await import('@/lib/overview/verify-sealed-days')
  const day = await alteredSealedDay()
  if (day === undefined) return
  throw new Problem(
    `The history is as it was written, but the counts stored for ${day} in sealed_days are not those of it.`,
  )
}

/** `npm run manage -- history head` */
export const head: Verb = {
  says: 'prints the hash of the last event, which vouches for the whole history until then',
  async run() {
    const { historyHead } = await import('@/lib/history/verify')
    const hash = await historyHead()
    if (hash === undefined) throw new Problem('The history has no event yet.')
    return hash
  },
}

function headIn({ head }: Given): string | undefined {
  if (head === undefined || (typeof head === 'string' && /^[0-9a-f]{64}$/.test(head))) return head
  throw new Problem(`${head} is no hash: it has 64 figures and letters from a to f.`)
}

function inWords({ events, noted }: { events: number; noted?: number }) {
  const whole = `The history is whole: ${events} events, each as it was written.`
  return noted === undefined ? whole : `${whole} The hash that you noted is that of event ${noted}.`
}

const between = 2_000

/** Reports progress on standard error from time to time. */
function progress() {
  let last = Date.now()
  return (what: string, done: number, of: number) => {
    if (Date.now() - last < between) return
    last = Date.now()
    console.error(`Looked at ${done} of ${of} ${what} …`)
  }
}
