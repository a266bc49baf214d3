import { dateInWords, words } from '@/lib/platform/i18n'
import { daysLate } from '@/lib/recommendations/claim'
import { type GroupRow as Group, membersAtATime } from '@/lib/recommendations/rows'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { addressOf, type State, showing } from './address'
import type { ShownGroup } from './group-row'

/** The row of a group in words. */
export function shownGroup(recommendation: string, group: Group, state: State): ShownGroup {
  const { slug, name, count, dueOn, overdue, claims = [] } = group
  const late = claims.filter((claim) => daysLate(claim) > 0).length
  const open = slug === state.group
  const id = `group-${slug}`
  return {
    id,
    name: words('one.assignments.group', { name, count }),
    due: dueOn && words('one.assignments.groupDue', { date: dateInWords(dueOn) }),
    byStatus: statusesInWords(group),
    late: [
      overdue > 0 && words('one.assignments.groupOverdue', { count: overdue }),
      late > 0 && words('list.reportedLate', { count: late }),
    ].filter((said) => said !== false),
    toggle: {
      href: addressOf(recommendation, showing(state, { group: open ? undefined : slug, members: undefined }), id),
      label: open ? words('one.assignments.hideMembers') : words('one.assignments.showMembers', { count }),
    },
    further: open && count > membersAtATime ? furtherIn(recommendation, group, state, id) : undefined,
  }
}

function furtherIn(recommendation: string, { count }: Group, state: State, id: string): ShownGroup['further'] {
  const { members = 0 } = state
  const at = (page: number) => addressOf(recommendation, showing(state, { members: page || undefined }), id)
  const to = Math.min((members + 1) * membersAtATime, count)
  return {
    said: words('one.assignments.shownMembers', { from: members * membersAtATime + 1, to, count }),
    previous: members > 0 ? { href: at(members - 1), label: words('one.assignments.previousMembers') } : undefined,
    next: to < count ? { href: at(members + 1), label: words('one.assignments.nextMembers') } : undefined,
  }
}

/** What is furthest comes first: "12 implemented, 40 in progress, 141 not started". */
const statusesInWords = ({ byStatus }: Group) =>
  Object.values(AssignmentStatus)
    .toReversed()
    .flatMap((status) => {
      const count = byStatus[status] ?? 0
      return count > 0 ? words('one.statusCount', { count, status: words(`status.${status}`).toLowerCase() }) : []
    })
    .join(', ')
