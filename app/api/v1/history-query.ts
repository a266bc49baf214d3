import { z } from 'zod'
import { wholeNumber } from '@/lib/platform/whole-number'
import { limit, parseQuery } from './edge'

/** What a history may be asked: what is older than which event, and how many. */
export const askedHistory = parseQuery(
  z.strictObject({
    after: wholeNumber('after_unreadable', 1).optional(),
    limit,
  }),
)
