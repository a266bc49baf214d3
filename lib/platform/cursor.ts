import { z } from 'zod'
import type { Code } from './i18n'
import { invalidField, ok, type Result } from './result'
import { fittingRows } from './split-rows'
import { isKeepable } from './text'

const unreadable: Code = 'after_unreadable'

/** A due date as lists sort it. Rows without one come last, as `infinity`. */
export const dueDay = z.union([z.iso.date().refine((date) => date >= '0001'), z.literal('infinity')])

/**
 * A moment in UTC as PostgreSQL writes it. PostgreSQL has no year 0, and it accepts neither every offset nor every number
 * of digits that ISO 8601 allows.
 */
export const moment = z.iso.datetime({ offset: true }).regex(/^(?!0000)[^.]*(\.\d{1,6})?(Z|[+-]00:00)$/)

/** Returns a cursor for a URL. It is opaque and works only for the order for which it was made. */
export const cursorOf = (order: string, values: unknown[]) =>
  Buffer.from(JSON.stringify([order, ...values])).toString('base64url')

/** PostgreSQL can store neither NUL nor an unpaired surrogate. */
const single = z.union([z.string().refine(isKeepable), z.number(), z.boolean(), z.null()])
/** The position in a list that is merged from others has the position in each of them. */
const value = z.union([single, z.array(single)])

/** Reads a cursor from a URL. */
export function readCursor<T extends unknown[]>(order: string, values: z.ZodType<T>, cursor: string): Result<T> {
  const parsed = z.tuple([z.literal(order)], value).safeParse(unpacked(cursor))
  const found = parsed.success ? values.safeParse(parsed.data.slice(1)) : parsed
  return found.success ? ok(found.data) : invalidField('after', unreadable)
}

function unpacked(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    return null
  }
}

/** Returns the cursors of a list with a single order. `values` is the schema of the position of a row in that order. */
export const cursors = <T extends unknown[]>(order: string, values: z.ZodType<T>) => ({
  /** Returns undefined for a cursor that is missing or not valid, so that the list starts at its beginning. */
  read: (cursor: string | undefined) => {
    const found = readCursor(order, values, cursor ?? '')
    return found.ok ? found.value : undefined
  },
  /**
   * Returns a page and the cursor of the next one. `read` contains one row more than the limit if there is a next page.
   * Where rows are long, a page has fewer of them.
   */
  page: <Row extends { place: T }>(read: Row[], limit: number) => {
    const rows = fittingRows(read.slice(0, limit))
    const last = rows.at(-1)
    return { rows, next: last && read.length > rows.length ? cursorOf(order, last.place) : null }
  },
  /** Returns the cursor of the page after a row. */
  after: (place: T) => cursorOf(order, place),
  /** The schema of a cursor in a URL. */
  schema: z.string().refine((cursor) => readCursor(order, values, cursor).ok, unreadable),
})
