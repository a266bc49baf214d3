import { z } from 'zod'
import { asking, limit } from './edge'

/** What a history may be asked: what is older than which event, and how many. */
export const askedHistory = asking(
  z.strictObject({
    after: z.coerce.number('after_unreadable').int('after_unreadable').positive('after_unreadable').optional(),
    limit,
  }),
)
