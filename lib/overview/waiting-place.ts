import { z } from 'zod'
import { moment } from '@/lib/platform/cursor'

/** The place of something that waits, in the order in which it began to wait: the moment, and its ID. */
export const WaitingPlace = z.tuple([moment, z.uuid()])
export type WaitingPlace = z.infer<typeof WaitingPlace>

/** The place before everything that waits. */
export const beginningOfWaiting: WaitingPlace = ['0001-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000']

/** Which rows of what waits are read: those after a place, and how many. */
export type WaitingPart = { from: WaitingPlace; limit: number }
