import { isPending } from '@/lib/domain/statuses'
import type { DayCount } from '@/lib/overview/count-days'
import { inFigures, t } from '@/lib/platform/i18n'
import { AssignmentStatus } from '@/prisma/generated/enums'
import type { PublicationContent } from './content'
import type { Snapshot } from './read-register'

/** The order in which figures and columns name the statuses. */
export const statuses = Object.values(AssignmentStatus)

/** What is counted: the same for a report when it is made and when it is checked later. */
export type Counts = {
  recommendations: number
  organizations: number
  assignments: number
  byStatus: Record<AssignmentStatus, number>
  overdue: number
}

/** Returns whether an assignment was overdue at the end of a day. What is under a closed recommendation never is. */
export const overdueIn = (closed: ReadonlySet<string>, asOf: string) => (one: Snapshot['assignments'][number]) =>
  isPending(one.assignment.status) &&
  one.assignment.dueOn !== undefined &&
  one.assignment.dueOn < asOf &&
  !closed.has(one.key)

/** Returns the keys of the recommendations that are closed. */
export const closedIn = ({ recommendations }: Pick<Snapshot, 'recommendations'>): ReadonlySet<string> =>
  new Set(recommendations.filter(({ status }) => status === 'closed').map(({ key }) => key))

/** Counts what the register says at one moment. */
export function countsIn(snapshot: Pick<Snapshot, 'recommendations' | 'assignments'>, asOf: string): Counts {
  const { recommendations, assignments } = snapshot
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Counts['byStatus']
  for (const { assignment } of assignments) byStatus[assignment.status]++
  return {
    recommendations: recommendations.length,
    organizations: new Set(assignments.map(({ assignment }) => assignment.organization.slug)).size,
    assignments: assignments.length,
    byStatus,
    overdue: assignments.filter(overdueIn(closedIn(snapshot), asOf)).length,
  }
}

/** Returns the counts as one point of a trend. */
export const pointOf = ({ byStatus, overdue }: Counts, day: string): DayCount => ({ day, byStatus, overdue })

const totals = {
  recommendations: () => t('publications.figures.recommendations'),
  organizations: () => t('publications.figures.organizations'),
  assignments: () => t('publications.figures.assignments'),
  'assignments.overdue': () => t('publications.figures.overdue'),
}

const isTotal = (name: string): name is keyof typeof totals => Object.hasOwn(totals, name)

/** Returns what the figure with a name counts, in the reader's language, or undefined for an unknown name. */
export function figureInWords(name: string): string | undefined {
  if (isTotal(name)) return totals[name]()
  const status = statuses.find((one) => name === `assignments.${one}`)
  return status && t(`status.${status}`)
}

/** Returns the counts with their labels, by names that are the same in every language. */
export function figuresOf({ recommendations, organizations, assignments, byStatus, overdue }: Counts) {
  const figure = (name: string, value: number): PublicationContent['figures'][number] => ({
    name,
    label: figureInWords(name) ?? name,
    value,
    text: inFigures(value),
  })
  return [
    figure('recommendations', recommendations),
    figure('organizations', organizations),
    figure('assignments', assignments),
    ...statuses.map((status) => figure(`assignments.${status}`, byStatus[status])),
    figure('assignments.overdue', overdue),
  ]
}
