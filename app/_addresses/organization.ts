import { numberInAddress } from '@/lib/platform/whole-number'
import { type Stage, stages } from '@/lib/register/organization-assignments'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'
import { type TrendState, trendStateIn } from './trend'

type Search = Partial<Record<string, string | string[]>>

export const edits = ['rename', 'merge', 'archive'] as const
type Edit = (typeof edits)[number]

/** What of the page the reader sees. */
export type OrganizationState = TrendState & {
  stage: Stage
  /** Where the list of assignments goes on. */
  from?: string | undefined
  /** Where the history goes on. */
  after?: number | undefined
  /** The form that is open. */
  edit?: Edit | undefined
  /** What was done last. */
  done?: string | undefined
  /** In which change. */
  change?: string | undefined
  /** By which merged organization's address the reader came. */
  was?: string | undefined
}

/** What the address asks for; what it can't mean is left out. */
export function readOrganizationState({
  stage,
  period,
  table,
  more,
  since,
  from,
  after,
  edit,
  done,
  change,
  was,
}: Search): OrganizationState {
  return {
    stage: stages.find((one) => one === stage) ?? 'open',
    ...trendStateIn({ period, table, more, since }),
    ...(from && { from: String(from) }),
    after: numberInAddress(after),
    edit: edits.find((one) => one === edit),
    ...(done && { done: String(done) }),
    ...(change && { change: String(change) }),
    ...(was && { was: String(was) }),
  }
}

/** Returns the path of an organization's page. */
export const organizationPath = (slug: string) => `/organizations/${slug}`

/** Returns the URL of an organization's page with this state, and the part of the page to scroll to. */
export const organizationAddress = (slug: string, state: Partial<OrganizationState> = {}, part?: string): string =>
  onShownDay(pageAddress(organizationPath(slug), state, part))
