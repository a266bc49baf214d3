import 'server-only'
import type { Transaction } from './db'

/** SQL: a moment as JSON writes it in JavaScript. */
export const iso = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Lets one transaction after another go on from here: whoever asks for the same name waits until this one is over. */
export const lockName = (tx: Transaction, name: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
