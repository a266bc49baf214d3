import { pastDayOf } from '@/lib/platform/shown-day'
import { type Composed, raw, sql } from '@/lib/platform/sql'
import type { AssignmentStatus } from '@/prisma/generated/enums'

/**
 * What can have happened to an assignment since the end of a day: it was added, its status has come this far, or its due
 * date was moved to a later day. A list can be limited to each, with the day as the value of the filter.
 */
export const happenings = ['added', 'begun', 'implemented', 'verified', 'slipped'] as const
export type Happening = (typeof happenings)[number]

const implemented: AssignmentStatus[] = ['implemented', 'verified']
const reached = {
  begun: ['in_progress', 'partially_implemented', ...implemented],
  implemented,
  verified: ['verified'],
} satisfies Partial<Record<Happening, AssignmentStatus[]>>

/** SQL: the conditions for what has happened to an assignment `a` since the ends of these days, YYYY-MM-DD. */
export const sinceConditions = (since: Partial<Record<Happening, string | undefined>>): Composed[] =>
  happenings.flatMap((happening) => {
    const day = since[happening]
    return day === undefined ? [] : [happened(happening, pastDayOf(day).end)]
  })

/** Only what has a later version can have changed. Few have one, if the day is not long ago. */
function happened(happening: Happening, end: Date): Composed {
  const moment = sql`${end.toISOString()}::timestamptz`
  const changed = sql`a.id in (select av.id from assignment_versions av where av.valid_from > ${moment})`
  const then = sql`select from assignment_versions av where av.id = a.id and av.valid_from <= ${moment} and av.valid_to > ${moment}`
  if (happening === 'added') return sql`${changed} and not exists (${then})`
  if (happening === 'slipped') return sql`${changed} and exists (${then} and av.due_on < a.due_on)`

  const statuses = raw(`in (${reached[happening].map((status) => `'${status}'`).join(', ')})`)
  return sql`${changed} and a.status ${statuses} and not exists (${then} and av.status ${statuses})`
}
