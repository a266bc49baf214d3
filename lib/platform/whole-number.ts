import { z } from 'zod'
import type { Code } from './i18n'

/** The largest value of an `int` column. */
const greatest = 2 ** 31 - 1

/** A schema for a whole number, as JSON contains it or as a form or a URL writes it. It accepts nothing else. */
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

/** Returns a place in a list, or a count, from a URL. Returns undefined if it is not a valid one. */
export const numberInAddress = (value: unknown): number | undefined =>
  wholeNumber('after_unreadable', 1).safeParse(value).data
