import { z } from 'zod'
import type { Code } from './i18n'
import { invalidField, ok, type Result } from './result'
import { isKeepable } from './text'

const unreadable: Code = 'after_unreadable'

/** A due date as lists sort it: what has none comes last. */
export const dueDay = z.union([z.iso.date().refine((date) => date >= '0001'), z.literal('infinity')])

/** Where to go on, as an address says it: opaque, and good for the order that it was made for. */
export const cursorOf = (order: string, values: unknown[]) =>
  Buffer.from(JSON.stringify([order, ...values])).toString('base64url')

/** PostgreSQL holds no NUL and no half of a pair. */
const value = z.union([z.string().refine(isKeepable), z.number(), z.boolean(), z.null()])

/** Where an address says to go on. */
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

/** The cursors of a list that has one order, in which `values` say where a row stands. */
export const cursors = <T extends unknown[]>(order: string, values: z.ZodType<T>) => ({
  /** Nothing, where it says nothing that can be read: the list begins. */
  read: (cursor: string | undefined) => {
    const found = readCursor(order, values, cursor ?? '')
    return found.ok ? found.value : undefined
  },
  /** The page, and where to go on, of rows of which one more than its limit was read. */
  page: <Row extends { standing: T }>(read: Row[], limit: number) => {
    const rows = read.slice(0, limit)
    const last = rows.at(-1)
    return { rows, next: last && read.length > limit ? cursorOf(order, last.standing) : null }
  },
  /** As an address may say it. */
  asked: z.string().refine((cursor) => readCursor(order, values, cursor).ok, unreadable),
})
