import { cycleSteps } from './cycles'
import { evidenceSteps } from './evidence'
import { firstHalf } from './first-half'
import { plans } from './plans'
import { positions } from './positions'
import { secondHalf } from './second-half'
import type { Step } from './step'

/**
 * A believable year of work on the ten conclusions. `dueIn` counts days from the day on which the demonstration starts.
 */
export const allSteps: Step[] = [...firstHalf, ...secondHalf, ...positions, ...plans, ...evidenceSteps, ...cycleSteps]
