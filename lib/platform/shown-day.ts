import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { cache } from 'react'
import { dayOf, now, today } from './clock'

/** A day that is over, YYYY-MM-DD, and the last millisecond that belongs to it in the instance's time zone. */
export type PastDay = { day: string; end: Date }

/*
 * The state that reads show is the present one, or that at the end of a past day. Only reads know of it: a change throws
 * where a past day is shown.
 */

const shared: { followthroughShownDay?: AsyncLocalStorage<PastDay | null> } = globalThis as typeof globalThis & {
  followthroughShownDay?: AsyncLocalStorage<PastDay | null>
}
shared.followthroughShownDay ??= new AsyncLocalStorage<PastDay | null>()

const storage = shared.followthroughShownDay

/** The day that the page shows that is being rendered. Outside of a page, each call returns a new object. */
const pageNow = cache((): { shown?: PastDay } => ({}))

/** Returns the past day whose state is shown, or undefined if it is the present one. */
export function shownPast(): PastDay | undefined {
  const past = storage.getStore()
  return past === undefined ? pageNow().shown : (past ?? undefined)
}

/** Returns whether the present state is shown. Nothing can be changed where a past day is shown. */
export const showsPresent = () => shownPast() === undefined

/** Returns the day whose state is shown, YYYY-MM-DD. */
export const shownDay = () => shownPast()?.day ?? today()

/** Returns the moment whose state is shown. */
export const shownMoment = () => shownPast()?.end ?? now()

/**
 * SQL: makes a transaction read the state at the end of a past day. The schema `as_of` has the same tables by the same
 * names. The planner may choose: the indexes of the present are not there.
 */
export const settingsFor = ({ end }: PastDay) =>
  `set local search_path = as_of, public; set local app.as_of = '${end.toISOString()}'; set local jit = off`

/** Runs reads that show the state at the end of a past day or, without one, the present state. */
export const showing = <T>(past: PastDay | undefined, work: () => T): T => storage.run(past ?? null, work)

/** Runs reads that show the present state, even on a page that shows a past day. */
export const showingPresent = <T>(work: () => T): T => showing(undefined, work)

/** Makes all parts of the page that is being rendered show the state at the end of a past day. */
export function showOnPage(past: PastDay | undefined) {
  if (past) pageNow().shown = past
}

const dayInMs = 86_400_000

/** Returns a past day with its end in the instance's time zone. */
export const pastDayOf = (day: string): PastDay => pastDayIn(dayOf, day)

/**
 * Returns a past day with its end by a calendar, which returns the day of a moment. Its last millisecond is found by
 * halving, because a day may have 23 or 25 hours.
 */
export function pastDayIn(calendar: (moment: Date) => string, day: string): PastDay {
  let within = Date.parse(day) - dayInMs
  let after = Date.parse(day) + 2 * dayInMs
  while (after - within > 1) {
    const middle = Math.floor((within + after) / 2)
    if (calendar(new Date(middle)) <= day) within = middle
    else after = middle
  }
  return { day, end: new Date(within) }
}
