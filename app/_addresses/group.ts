import { t } from '@/lib/platform/i18n'
import { numberInAddress } from '@/lib/platform/whole-number'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'
import { type TrendState, trendParams } from './trend'

/** The results for the names: new organizations, existing ones that were added, and ones that were members already. */
type Counts = { made: number; found: number; already: number }

type Search = Partial<Record<string, string | string[]>>

/** Returns the sentence for what a form has just done, or undefined for an unknown name. */
export function doneInWords({ done, ...search }: Search): string | undefined {
  if (done === 'removed' || done === 'renamed') return t(`group.done.${done}`)
  if (done !== 'added') return undefined

  const count = (name: keyof Counts) => numberInAddress(search[name]) ?? 0
  const [made, found, already] = [count('made'), count('found'), count('already')]
  if (made + found === 0) return t('group.done.already')
  return t('group.done.added', { count: made + found, made, already })
}

export const edits = ['paste', 'pick', 'states', 'rename'] as const
export type Edit = (typeof edits)[number]

type State = TrendState & {
  edit?: Edit | undefined
  done?: 'added' | 'removed' | 'renamed'
  counts?: Counts
  after?: number | undefined
  /** The page of the members, counted from 0. */
  members?: number | undefined
}

/** Returns the path of the page of a group. */
export const groupPath = (slug: string) => `/groups/${slug}`

/**
 * Returns the URL of the page with a form open, with a notice of what was done, with its history after an event, or
 * with a page of its members.
 */
export const groupAddress = (slug: string, state: State = {}): string => onShownDay(addressOf(groupPath(slug), state))

function addressOf(path: string, { edit, done, counts, after, members, ...trend }: State): string {
  if (edit) return pageAddress(path, { edit }, 'keep')
  if (after) return pageAddress(path, { after }, 'history')
  if (members !== undefined) return pageAddress(path, { members: members || undefined }, 'members')
  if (Object.values(trend).some(Boolean)) return pageAddress(path, trendParams(trend), 'trend')
  return pageAddress(path, { done, ...(done && counts) })
}
