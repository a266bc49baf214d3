import { z } from 'zod'
import type { Code } from './i18n'

/** The largest that an `int` column holds. */
const greatest = 2 ** 31 - 1

/** A whole number, as JSON has it or as a form or an address writes it: nothing else is taken for one. */
export const wholeNumber = (unreadable: Code, least: number, most = greatest) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^\d{1,10}$/)
          .transform(Number),
      ],
      unreadable,
    )
    .pipe(z.int(unreadable).min(least, unreadable).max(most, unreadable))

/** A place in a list, or a count, as an address says it; nothing where it says none that there can be. */
export const numberInAddress = (said: unknown): number | undefined =>
  wholeNumber('after_unreadable', 1).safeParse(said).data
