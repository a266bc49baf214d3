import 'server-only'
import { calendarOf } from '@/lib/platform/clock'
import { pool } from '@/lib/platform/db'
import { type PastDay, pastDayIn, showing } from '@/lib/platform/shown-day'
import { scopeOf } from '@/lib/register/scope'
import { type Definition, filtersFor } from './definition'
import { type Counts, countsIn } from './figures'
import { bounds, PublicationTooLarge } from './limits'
import { readerOf } from './policy'
import { readRegister } from './read-register'

type Issued = { definition: Definition; authorId: string; asOf: string; zone: string; madeAt: Date; seq: number }

/**
 * Counts again what a report counted when it was made, from the versions that the register keeps. Returns undefined if
 * what the report is about cannot be found any more, or has become larger than any report.
 */
export async function recount({ definition, authorId, asOf, zone, madeAt, seq }: Issued): Promise<Counts | undefined> {
  const calendar = calendarOf(zone)
  const past = asOf < calendar(madeAt) ? pastDayIn(calendar, asOf) : await momentOf(asOf, seq)
  const filters = filtersFor(definition)
  const scope = filters.ok ? await showing(past, () => scopeOf(readerOf({ id: authorId }), filters.value)) : filters
  if (!scope.ok) return undefined
  // Nothing but the figures is counted, which need no reports.
  const wanted: Definition = { ...definition, content: 'public' }
  const reading = readRegister({ definition: wanted, scope: scope.value, past, bounds, onProgress: () => {} })
  const snapshot = await reading.catch((error: unknown) => {
    if (error instanceof PublicationTooLarge) return undefined
    throw error
  })
  return snapshot && countsIn(snapshot, asOf)
}

/** SQL: the latest moment of the events up to the number $1. */
const momentSql = 'select at from events where seq <= $1 order by at desc limit 1'

/** Returns the moment right after an event, on its day. */
async function momentOf(day: string, seq: number): Promise<PastDay> {
  const { rows } = await pool.query<{ at: Date }>({ name: 'publication-moment', text: momentSql, values: [seq] })
  return { day, end: rows[0]?.at ?? new Date(0) }
}
