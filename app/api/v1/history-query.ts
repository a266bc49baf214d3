import { z } from 'zod'
import { wholeNumber } from '@/lib/platform/whole-number'
import { limit, parseQuery } from './edge'

/** The query of a history: the event after which it continues, and the number of events. */
export const historyQuery = parseQuery(
  z.strictObject({
    after: wholeNumber('after_unreadable', 1).optional(),
    limit,
  }),
)
