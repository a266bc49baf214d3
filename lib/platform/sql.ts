import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './db'

/*
 * How SQL is written here. A statement whose text never changes is a constant with the parameters $1, $2, …; it has a
 * name and is prepared once. A statement that is composed for each request uses `sql`: `${…}` is a part that was composed
 * with `sql`, or else a value, which never becomes text. A constant part is included with `raw`, or with `bind` if it has
 * parameters.
 *
 * In every statement, and in subqueries too, these aliases mean:
 *   r  recommendations   a  assignments   d  documents   p  paragraphs
 *   o  organizations     g  groups        u  users
 *   ra recommendation_activity
 */
export const { sql, join, raw, empty } = Prisma

/** SQL with its values. */
export type Composed = Prisma.Sql

/** SQL: whether all conditions hold. True if there are none. */
export const allOf = (conditions: Composed[]) => (conditions.length > 0 ? join(conditions, ' and ') : sql`true`)

/** Returns a constant part whose parameters $1, $2, … have values. */
export function bind(part: string, ...values: unknown[]): Composed {
  const pieces = part.split(/\$(\d+)/)
  const texts = pieces.filter((_, index) => index % 2 === 0)
  const places = pieces.filter((_, index) => index % 2 === 1)
  return sql(texts, ...places.map((place) => values[Number(place) - 1]))
}

/** SQL: a moment in the format of JSON in JavaScript. */
export const iso = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Locks a name until the transaction ends. Other transactions that lock the same name wait here. */
export const lockName = (tx: Transaction, name: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
