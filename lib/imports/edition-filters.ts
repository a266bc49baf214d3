import { z } from 'zod'
import { PlaceState } from '@/prisma/generated/enums'

/** Which places a list contains: those to be decided, or those of a state. */
export const ShownPlaces = z.enum(['open', ...Object.values(PlaceState)], 'place_state_unknown')

export type ShownPlaces = z.infer<typeof ShownPlaces>

/** How a paragraph of a new edition differs from the edition before. */
export const Difference = z.enum(['changed', 'added', 'removed'], 'difference_unknown')

export type Difference = z.infer<typeof Difference>
