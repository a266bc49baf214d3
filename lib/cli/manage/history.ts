import type { Flaw } from '@/lib/history/history-flaw'
import { Problem } from '../problem'
import type { Verb } from './verb'

const flaws: Record<Flaw['what'], string> = {
  gap: 'is missing',
  link: 'does not follow from the one before it',
  hash: 'is not as it was written',
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
  async run() {
    const { verifyHistory } = await import('@/lib/history/verify')
    const verified = await verifyHistory(progress())
    if (verified.ok) return `The history is whole: ${verified.events} events, each as it was written.`

    const { seq, what, row, table, field } = verified.flaw
    const where = [
      seq !== undefined && `event ${seq}`,
      row !== undefined && `row ${row}${table ? ` of ${table}` : ''}`,
      field !== undefined && `field ${field}`,
    ]
    throw new Problem(`The history is not as it was written: ${where.filter(Boolean).join(', ')} ${flaws[what]}.`)
  },
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
