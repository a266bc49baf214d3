import { z } from 'zod'
import { wholeNumber } from '@/lib/platform/whole-number'
import { asking, limit } from './edge'

/** What a history may be asked: what is older than which event, and how many. */
export const askedHistory = asking(
  z.strictObject({
    after: wholeNumber('after_unreadable', 1).optional(),
    limit,
  }),
)
