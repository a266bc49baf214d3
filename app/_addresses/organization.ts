import { t } from '@/lib/platform/i18n'
import { numberInAddress } from '@/lib/platform/whole-number'
import { type Stage, stages } from '@/lib/register/organization-assignments'

type Search = Partial<Record<string, string | string[]>>

export const edits = ['rename', 'merge', 'archive'] as const
type Edit = (typeof edits)[number]

/** What of the page the reader sees. */
export type OrganizationState = {
  stage: Stage
  /** Where the list of assignments goes on. */
  from?: string | undefined
  /** Where the history goes on. */
  after?: number | undefined
  /** The form that is open. */
  edit?: Edit | undefined
  /** What was done last. */
  done?: string | undefined
  moved?: number | undefined
  /** By which merged organization's address the reader came. */
  was?: string | undefined
}

/** What the address asks for; what it can't mean is left out. */
export function readOrganizationState({ stage, from, after, edit, done, moved, was }: Search): OrganizationState {
  return {
    stage: stages.find((one) => one === stage) ?? 'open',
    ...(from && { from: String(from) }),
    after: numberInAddress(after),
    edit: edits.find((one) => one === edit),
    ...(done && { done: String(done) }),
    moved: numberInAddress(moved),
    ...(was && { was: String(was) }),
  }
}

export function organizationAddress(slug: string, state: Partial<OrganizationState>, section?: string): string {
  const said = Object.entries(state).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(said)
  return `/organizations/${slug}${search.size > 0 ? `?${search}` : ''}${section ? `#${section}` : ''}`
}

/** What a form has just done, as the page says it; nothing that it can't have done. */
export function doneInWords({ done, moved = 0 }: Pick<OrganizationState, 'done' | 'moved'>): string | undefined {
  if (done === 'merged') return t('organization.done.merged', { moved })
  if (done === 'renamed' || done === 'archived' || done === 'restored') return t(`organization.done.${done}`)
  return undefined
}
