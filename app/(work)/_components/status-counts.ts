import type { Share } from '@/app/_ui/share-bar'
import type { Count } from '@/app/_ui/status-bar'
import { t } from '@/lib/platform/i18n'
import type { Counts as RecommendationCounts } from '@/lib/register/list-rows'
import { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'

type Counts<S extends string> = Partial<Record<S, number>>

/** Returns the counts of assignments for a bar, in the order of the statuses. Each may link to what it counts. */
export const assignmentShares = (counts: Counts<AssignmentStatus>, href?: (status: AssignmentStatus) => string) =>
  Object.values(AssignmentStatus).map((status) => ({ ...share(status, counts[status]), href: href?.(status) }))

/** Returns the counts of recommendations for a bar. Each links to what it counts. */
export const recommendationShares = (
  counts: Counts<RecommendationStatus>,
  href: (status: RecommendationStatus) => string,
) => Object.values(RecommendationStatus).map((status) => ({ ...share(status, counts[status]), href: href(status) }))

/** Returns the progress of a recommendation's assignments, the furthest first. */
export const progressShares = ({ open, begun, implemented, verified, closed }: RecommendationCounts): Share[] => [
  { status: 'verified', count: verified },
  { status: 'implemented', count: implemented - verified },
  { status: 'in_progress', count: begun - implemented },
  { status: 'not_started', count: open - begun },
  { status: 'closed', count: closed },
]

function share(status: RecommendationStatus | AssignmentStatus, count = 0): Count {
  const label = t(`status.${status}`)
  return { status, count, label, text: t('organizations.statusCount', { count, status: label.toLowerCase() }) }
}
