import fc from 'fast-check'
import { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'
import { people } from './given'
import { type Duty, day, type Item } from './world'

const pending: readonly string[] = ['not_started', 'in_progress', 'partially_implemented']
const lastSoon = '2026-12-24'

export const values = fc.record({
  q: fc.constantFrom('capacity', 'networks', 'cyber', 'trainings', '3.1', 'nothing of the sort'),
  status: fc.uniqueArray(fc.constantFrom(...Object.values(RecommendationStatus)), { minLength: 1, maxLength: 3 }),
  organization: fc.constantFrom('organization-1', 'organization-2'),
  group: fc.constantFrom('group-1', 'group-2'),
  owner: fc.constantFrom('me', 'none', people.amina.id),
  document: fc.constantFrom('WORLD-1', 'WORLD-2'),
  theme: fc.constantFrom('Ocean', 'none', 'Unheard of'),
  kind: fc.constantFrom('action' as const, 'finding' as const),
  due: fc.constantFrom('overdue' as const, 'soon' as const, 'none' as const),
  assignment: fc.uniqueArray(fc.constantFrom(...Object.values(AssignmentStatus), 'pending' as const), {
    minLength: 1,
    maxLength: 2,
  }),
  sort: fc.constantFrom('text' as const, 'due' as const, 'changed' as const),
})
const names = fc.subarray(
  ['q', 'status', 'organization', 'group', 'owner', 'document', 'theme', 'kind', 'due', 'assignment', 'sort'] as const,
  { maxLength: 4 },
)

/** A few of them at a time: more would find nothing. */
export const asked = fc
  .tuple(values, names)
  .map(([all, few]): Asked => Object.fromEntries(few.map((name) => [name, all[name]])))
export type Generated = typeof values extends fc.Arbitrary<infer T> ? T : never
export type Asked = { [Name in keyof Generated]?: Generated[Name] | undefined }

/** What the filters mean, said once more and plainly. */
export function means({ q, status, document, theme, kind, due, ...ofDuty }: Asked) {
  const owed = (item: Item) => item.duties.filter((duty) => dutyMeans(item, duty, ofDuty))
  const asksOfDuty = Object.keys(ofDuty).some((name) => name !== 'sort')
  return (item: Item) =>
    !item.archived &&
    (q === undefined || speaksOf(item, q)) &&
    (status === undefined || status.includes(item.status)) &&
    (document === undefined || item.document === document) &&
    (theme === undefined || (theme === 'none' ? item.themes.length === 0 : item.themes.includes(theme))) &&
    (kind === undefined || item.kind === kind) &&
    (asksOfDuty
      ? owed(item).some((duty) => due === undefined || falls(item, duty, due))
      : due === undefined || itemFalls(item, due))
}

function speaksOf({ key, quote }: Item, q: string) {
  if (q === '3.1') return key.endsWith('-3.1')
  return quote.includes(q === 'trainings' ? 'training' : q)
}

export function dutyMeans(item: Item, duty: Duty, { organization, group, owner, assignment }: Asked) {
  const owners = { me: people.chen.id, none: null }
  const named = owner === 'me' || owner === 'none' ? owners[owner] : owner
  // Amina belongs to none of these organizations: what she owns is nobody's.
  const acting = duty.owner === people.amina.id ? null : duty.owner
  return (
    (organization === undefined || duty.organization === organization) &&
    (group === undefined || duty.group === group) &&
    (owner === undefined || (owner === 'none' ? acting === null && duty.status !== 'closed' : duty.owner === named)) &&
    (assignment === undefined ||
      assignment.some(
        (one) => one === duty.status || (one === 'pending' && pending.includes(duty.status) && !item.closed),
      ))
  )
}

export function falls(item: Item, { status, dueOn }: Duty, due: 'overdue' | 'soon' | 'none') {
  if (!pending.includes(status) || item.closed) return false
  if (due === 'none') return dueOn === null
  return dueOn !== null && (due === 'overdue' ? dueOn < day : dueOn >= day && dueOn <= lastSoon)
}

function itemFalls(item: Item, due: 'overdue' | 'soon' | 'none') {
  if (due !== 'none') return item.duties.some((duty) => falls(item, duty, due))
  const dated = item.duties.some(({ status, dueOn }) => pending.includes(status) && dueOn !== null)
  return !dated && ['unassigned', 'not_started', 'in_progress'].includes(item.status)
}

export const parties: Asked[] = [
  { organization: 'organization-1' },
  { group: 'group-1' },
  { group: 'group-1', organization: 'organization-2' },
  { owner: 'me' },
  { owner: 'none' },
  { owner: 'none', due: 'soon' },
  { group: 'group-1', due: 'overdue' },
  { owner: 'none', organization: 'organization-1' },
]
