import { type AssignmentInPlace, takesPlan } from '@/lib/assignments/possible-changes'
import type { Action } from './queries'

/** Returns whether a step is still to be taken: it is neither done nor dropped. */
export const isUnfinished = ({ state }: Pick<Action, 'state'>) => state === 'planned' || state === 'under_way'

/**
 * Returns whether a step is still to be taken although its due date has passed. Nothing is late once the assignment is
 * verified or closed.
 */
export const isLate = ({ state, dueOn }: Pick<Action, 'state' | 'dueOn'>, place: AssignmentInPlace, today: string) =>
  isUnfinished({ state }) &&
  dueOn !== undefined &&
  dueOn < today &&
  place.assignment.status !== 'verified' &&
  takesPlan(place)
