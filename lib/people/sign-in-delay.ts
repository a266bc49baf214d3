import { pause } from '@/lib/platform/clock'

/** The outcome of a wait: the attempt waited, it need not wait because there was no room, or it is refused. */
type Waited = 'waited' | 'no room' | 'refused'

/**
 * Returns a function with which attempts wait, which slows down guessing. Each place has one seat for each account, and
 * the number of seats is limited. Without a free seat, only those who failed before are refused, so that nobody can
 * lock others out by filling the room.
 */
export function signInDelay(seats: number, wait: (milliseconds: number) => Promise<void> = pause) {
  const taken = new Set<string>()

  return async (pair: string, failedBefore: boolean, milliseconds: number): Promise<Waited> => {
    if (milliseconds === 0) return 'waited'
    if (taken.has(pair)) return 'refused'
    if (taken.size >= seats) return failedBefore ? 'refused' : 'no room'

    taken.add(pair)
    try {
      await wait(milliseconds)
      return 'waited'
    } finally {
      taken.delete(pair)
    }
  }
}
