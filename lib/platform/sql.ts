import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { Transaction } from './db'

/*
 * How SQL is written here. A statement whose text is always the same is a constant with the places $1, $2, …; it has a name
 * and is prepared once. One that is put together for each request is composed with `sql`: whatever stands in `${…}` is a
 * part that was composed so, or else a value, which never becomes text. A constant part comes in by `raw`, or by `bind`
 * where it has places.
 *
 * In every statement these stand for the same, in subqueries too:
 *   r  recommendations   a  assignments   d  documents   p  paragraphs
 *   o  organizations     g  groups        u  users
 *   ra recommendation_activity
 */
export const { sql, join, raw, empty } = Prisma

/** SQL with the values that belong into it. */
export type Composed = Prisma.Sql

/** SQL: that all of these hold; with none of them, true. */
export const allOf = (conditions: Composed[]) => (conditions.length > 0 ? join(conditions, ' and ') : sql`true`)

/** A constant part with the places $1, $2, …, and the values for them. */
export function bind(part: string, ...values: unknown[]): Composed {
  const pieces = part.split(/\$(\d+)/)
  const texts = pieces.filter((_, index) => index % 2 === 0)
  const places = pieces.filter((_, index) => index % 2 === 1)
  return sql(texts, ...places.map((place) => values[Number(place) - 1]))
}

/** SQL: a moment as JSON writes it in JavaScript. */
export const iso = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Lets one transaction after another go on from here: whoever asks for the same name waits until this one is over. */
export const lockName = (tx: Transaction, name: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
