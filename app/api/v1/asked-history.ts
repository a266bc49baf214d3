import { z } from 'zod'
import { asking, limit } from './edge'

/** What a history may be asked: older than which event, how many, of which kind (`assignment.made`) or noun (`assignment`). */
export const askedHistory = asking(
  z.strictObject({
    after: z.coerce.number('after_unreadable').int('after_unreadable').positive('after_unreadable').optional(),
    limit,
    kind: z.string().optional(),
  }),
)
