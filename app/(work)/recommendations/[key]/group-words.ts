import { recommendationAddress, type State, showing } from '@/app/_addresses/recommendation'
import { daysLate } from '@/lib/domain/implementation-claim'
import { dateInWords, t } from '@/lib/platform/i18n'
import { type GroupRow as Group, membersAtATime } from '@/lib/register/assignment-rows'
import { AssignmentStatus } from '@/prisma/generated/enums'
import type { ShownGroup } from './group-row'

/** Returns the texts of a group's row. */
export function shownGroup(recommendation: string, group: Group, state: State): ShownGroup {
  const { slug, name, count, dueOn, overdue, claims = [] } = group
  const late = claims.filter((claim) => daysLate(claim) > 0).length
  const open = slug === state.group
  const id = `group-${slug}`
  return {
    id,
    name: t('recommendation.assignments.group', { name, count }),
    due: dueOn && t('recommendation.assignments.groupDue', { date: dateInWords(dueOn) }),
    byStatus: statusesInWords(group),
    late: [
      overdue > 0 && t('recommendation.assignments.groupOverdue', { count: overdue }),
      late > 0 && t('list.reportedLate', { count: late }),
    ].filter((text) => text !== false),
    toggle: {
      href: recommendationAddress(
        recommendation,
        showing(state, { group: open ? undefined : slug, members: undefined }),
        id,
      ),
      label: open
        ? t('recommendation.assignments.hideMembers')
        : t('recommendation.assignments.showMembers', { count }),
    },
    further: open && count > membersAtATime ? furtherIn(recommendation, group, state, id) : undefined,
  }
}

function furtherIn(recommendation: string, { count }: Group, state: State, id: string): ShownGroup['further'] {
  const { members = 0 } = state
  const at = (page: number) => recommendationAddress(recommendation, showing(state, { members: page || undefined }), id)
  const to = Math.min((members + 1) * membersAtATime, count)
  return {
    text: t('recommendation.assignments.shownMembers', { from: members * membersAtATime + 1, to, count }),
    previous:
      members > 0 ? { href: at(members - 1), label: t('recommendation.assignments.previousMembers') } : undefined,
    next: to < count ? { href: at(members + 1), label: t('recommendation.assignments.nextMembers') } : undefined,
  }
}

/** Returns the counts with the furthest progress first: "12 implemented, 40 in progress, 141 not started". */
const statusesInWords = ({ byStatus }: Group) =>
  Object.values(AssignmentStatus)
    .toReversed()
    .flatMap((status) => {
      const count = byStatus[status] ?? 0
      return count > 0 ? t('recommendation.statusCount', { count, status: t(`status.${status}`).toLowerCase() }) : []
    })
    .join(', ')
