import { type AssignmentInPlace, takesPlan } from '@/lib/assignments/possible-changes'
import type { Action } from './queries'

/**
 * Returns whether a step is still to be taken although its due date has passed. Nothing is late once the assignment is
 * verified or closed.
 */
export const isLate = ({ state, dueOn }: Pick<Action, 'state' | 'dueOn'>, place: AssignmentInPlace, today: string) =>
  (state === 'planned' || state === 'under_way') &&
  dueOn !== undefined &&
  dueOn < today &&
  place.assignment.status !== 'verified' &&
  takesPlan(place)
