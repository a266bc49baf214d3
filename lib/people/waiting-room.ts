import { pause } from '@/lib/platform/clock'

/** How a try that should wait goes on: it waited, or there was no room and it need not, or it may not be made now. */
type Waited = 'waited' | 'no room' | 'refused'

/**
 * Where tries wait, so that guessing slows down: each place has one seat for one account, and there are so many in all.
 * Without a seat, only those who failed before are refused, so that nobody is kept out by others who fill the room.
 */
export function waitingRoom(seats: number, wait: (milliseconds: number) => Promise<void> = pause) {
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
