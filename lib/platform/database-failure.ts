import { z } from 'zod'

/** Codes of PostgreSQL and Node, and the kinds and codes that Prisma turns them into. */
const busy = new Set([
  '40001', // serialization failure
  '40P01', // deadlock
  '53300', // too many connections
  '55P03', // a lock that did not come in time
  '57014', // a statement that took too long
  '25006', // a database that for now is only read
  '25P03', // a transaction that waited too long
  'P2024', // no connection of the pool in time
  'P2028', // no transaction in time
  'P2034',
  'NO_TURN', // of writers, too many wait already
  'STORAGE_AWAY', // the store of files
  'TransactionWriteConflict',
  'TooManyConnections',
])

const full = new Set([
  '53100',
  'ENOSPC', // of the disk of our own files
])

const away = new Set([
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '57P01', // ended by its administrator
  '57P02',
  '57P03', // starting or stopping
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket of a server that does not run
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
])

/** Errors of `pg` that have no code. */
const busyWords = /timeout exceeded when trying to connect/
const fullWords = /No space left on device/
const awayWords = /^(Connection terminated|Client has encountered a connection error|Server has closed the connection)/

const Cause = z.object({
  code: z.unknown().optional(),
  originalCode: z.unknown().optional(),
  kind: z.unknown().optional(),
  message: z.string().catch(''),
  cause: z.unknown().optional(),
  meta: z.object({ driverAdapterError: z.unknown().optional() }).optional().catch(undefined),
})

const deepest = 6

/** Returns an error and its causes, the outermost first. */
function causesOf(error: unknown, depth = 0): z.infer<typeof Cause>[] {
  const parsed = Cause.safeParse(error)
  if (!parsed.success || depth > deepest) return []
  const { cause, meta } = parsed.data
  return [parsed.data, ...[cause, meta?.driverAdapterError].flatMap((inner) => causesOf(inner, depth + 1))]
}

const matches = (error: unknown, codes: ReadonlySet<unknown>, words: RegExp) =>
  causesOf(error).some(
    ({ code, originalCode, kind, message }) =>
      [code, originalCode, kind].some((one) => codes.has(one)) || words.test(message),
  )

/** Returns whether the disk of the database or of the files is full. The whole change was then refused. */
export const isDiskFull = (error: unknown): boolean => matches(error, full, fullWords)

/**
 * Returns whether a lock, a connection or an answer of the database took too long. The same request may succeed later.
 */
export const isDatabaseBusy = (error: unknown): boolean => matches(error, busy, busyWords)

/** Returns whether the database cannot be reached or has ended the connection. */
export const isDatabaseAway = (error: unknown): boolean => matches(error, away, awayWords)
