import type { FieldError } from '@/lib/platform/result'
import { type PastDay, showOnPage } from '@/lib/platform/shown-day'
import { readDay, withoutDay } from '@/lib/register/as-of-parameter'
import { paramsIn } from './recommendation-list'

/** The day that the address of a page asks for, or why it was refused, with the other parameters. */
export type RequestedDay = { past?: PastDay | undefined; wrong?: FieldError | undefined; others: URLSearchParams }

/** Makes a page show the day that its address asks for. If that day is refused, the page shows `WrongDay`. */
export function openDay(search: Parameters<typeof paramsIn>[0]): RequestedDay {
  const params = paramsIn(search)
  const day = readDay(params)
  const others = withoutDay(params)
  if (!day.ok) return { others, wrong: day.reason === 'invalid' ? day.errors[0] : undefined }
  showOnPage(day.value)
  return { others, past: day.value }
}
