import { letterOf } from '@/lib/history/letters'
import { iso } from '@/lib/platform/sql'
import type { DateChangeKind, DateDecision } from '@/prisma/generated/enums'

type Named = { id: string; name: string }

/** A due date that was moved or corrected after the first one, or a request for another date. Dates are YYYY-MM-DD. */
export type DateChange = {
  id: string
  kind: DateChangeKind
  /** The due date before. Absent if there was none. */
  before?: string
  /** The requested date, or the new one. Absent if the date was removed. */
  asked?: string
  /** Empty if it had to be erased by law. */
  reason: string
  by: Named
  onBehalf: boolean
  /** The date of the letter with which it arrived. */
  letterOn?: string
  askedAt: string
  /** Absent while the request waits. */
  decision?: DateDecision
  granted?: string
  note?: string
  decidedBy?: Named
  decidedAt?: string
}

/** The largest number of date changes that a page shows. */
const most = 100

/** SQL: the changes of the due date of the assignment `a`, the newest first. */
export const dateChangesJson = `coalesce((
  select json_agg(c.change order by c.asked_at desc, c.id desc)
  from (
    select c.id, c.asked_at, json_build_object('id', c.id, 'kind', c.kind, 'before', c.before, 'asked', c.asked,
      'reason', s.text, 'by', json_build_object('id', b.id, 'name', b.name), 'onBehalf', c.on_behalf, 'letterOn', ${letterOf('c.id')},
      'askedAt', ${iso('c.asked_at')}, 'decision', c.decision, 'granted', c.granted, 'note', s2.text,
      'decidedBy', case when e.id is not null then json_build_object('id', e.id, 'name', e.name) end,
      'decidedAt', ${iso('c.decided_at')}) as change
    from date_changes c
    join reasons s on s.id = c.reason_id
    join users b on b.id = c.author_id
    left join reasons s2 on s2.id = c.note_id
    left join users e on e.id = c.decided_by_id
    where c.assignment_id = a.id
    order by c.asked_at desc, c.id desc limit ${most}) c), '[]')`

/** The date that a request asks for, and when. Dates are YYYY-MM-DD. */
export type WaitingDate = { dueOn: string; askedAt: string }

/** SQL: the request for another due date that waits on the assignment `a`, or null. */
export const waitingDateJson = `(
  select json_build_object('dueOn', w.asked, 'askedAt', ${iso('w.asked_at')})
  from date_changes w where w.assignment_id = a.id and w.decision is null)`

/** Returns the request that waits for a decision, if there is one. */
export const waitingRequestIn = (changes: readonly DateChange[]) => changes.find(({ decision }) => !decision)

/** Returns the newest request, decided or not. */
export const latestRequestIn = (changes: readonly DateChange[]) => changes.find(({ kind }) => kind === 'requested')

/** Returns how often a due date was moved, on request or without one. Corrections and a first date do not count. */
export const movesIn = (changes: readonly DateChange[]) =>
  changes.filter(
    ({ kind, before, decision, granted }) =>
      kind !== 'corrected' && decision === 'granted' && before && granted !== before,
  ).length
