import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { Cell, TableRow } from '@/app/_ui/table'
import { Late } from '@/app/_ui/text'
import { dateInWords, words } from '@/lib/platform/i18n'
import { daysLate } from '@/lib/recommendations/claim'
import { type GroupRow as Group, membersAtATime } from '@/lib/recommendations/rows'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { addressOf, type State, showing } from './address'

type Props = { recommendation: string; group: Group; state: State }

/** The members of a group, in one row that opens. */
export function GroupRow({ recommendation, group, state }: Props) {
  const { slug, name, count, dueOn, overdue, claims = [] } = group
  const late = claims.filter((claim) => daysLate(claim) > 0).length
  const open = slug === state.group
  const part = `group-${slug}`
  const href = addressOf(recommendation, showing(state, { group: open ? undefined : slug, members: undefined }), part)
  return (
    <TableRow id={part}>
      <Cell span={6}>
        <Row>
          <span>
            <b>{words('one.assignments.group', { name, count })}</b>
            {dueOn && `, ${words('one.assignments.groupDue', { date: dateInWords(dueOn) })}`}: {statusesInWords(group)}
          </span>
          {overdue > 0 && <Late>{words('one.assignments.groupOverdue', { count: overdue })}</Late>}
          {late > 0 && <Late>{words('list.reportedLate', { count: late })}</Late>}
          <Row screen>
            <InPlaceLink keeps href={href}>
              {open ? words('one.assignments.hideMembers') : words('one.assignments.showMembers', { count })}
            </InPlaceLink>
            {open && <Further recommendation={recommendation} group={group} state={state} />}
          </Row>
        </Row>
      </Cell>
    </TableRow>
  )
}

/** Which members of a large group are shown, and the ways to the others. */
function Further({ recommendation, group: { slug, count }, state }: Props) {
  const { members = 0 } = state
  if (count <= membersAtATime) return null
  const at = (page: number) =>
    addressOf(recommendation, showing(state, { members: page || undefined }), `group-${slug}`)
  const to = Math.min((members + 1) * membersAtATime, count)
  return (
    <>
      {members > 0 && (
        <InPlaceLink keeps href={at(members - 1)}>
          {words('one.assignments.previousMembers')}
        </InPlaceLink>
      )}
      <span>{words('one.assignments.shownMembers', { from: members * membersAtATime + 1, to, count })}</span>
      {to < count && (
        <InPlaceLink keeps href={at(members + 1)}>
          {words('one.assignments.nextMembers')}
        </InPlaceLink>
      )}
    </>
  )
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
