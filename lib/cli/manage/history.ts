import type { Flaw } from '@/lib/history/verify'
import { Problem } from '../problem'
import type { Verb } from './verb'

const flaws: Record<Flaw['what'], string> = {
  gap: 'is missing',
  link: 'does not follow from the one before it',
  hash: 'is not as it was written',
  words: 'vouches for words that have been altered',
  row: 'does not tell what stands in the database',
}

/** `npm run manage -- history verify` */
export const verify: Verb = {
  says: 'walks the whole history and names the first thing in it that is not as it was written',
  async run() {
    const { verifyHistory } = await import('@/lib/history/verify')
    const verified = await verifyHistory()
    if (verified.ok) return `The history is whole: ${verified.events} events, each as it was written.`

    const { seq, what, row } = verified.flaw
    const where = [seq !== undefined && `event ${seq}`, row !== undefined && `row ${row}`].filter(Boolean).join(', ')
    throw new Problem(`The history is not as it was written: ${where} ${flaws[what]}.`)
  },
}
