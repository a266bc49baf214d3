import { InPlaceLink } from '@/app/_ui/in-place'
import { Row } from '@/app/_ui/layout'
import { Cell, TableRow } from '@/app/_ui/table'
import { Late } from '@/app/_ui/text'
import { dateInWords, words } from '@/lib/platform/i18n'
import type { GroupRow as Group } from '@/lib/recommendations/rows'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { addressOf, type State, showing } from './address'

/** The members of a group, in one row that opens. */
export function GroupRow({ recommendation, group, state }: { recommendation: string; group: Group; state: State }) {
  const { slug, name, count, dueOn, overdue } = group
  const open = slug === state.group
  const part = `group-${slug}`
  const href = addressOf(recommendation, showing(state, { group: open ? undefined : slug }), part)
  return (
    <TableRow id={part}>
      <Cell span={6}>
        <Row>
          <span>
            <b>{words('one.assignments.group', { name, count })}</b>
            {dueOn && `, ${words('one.assignments.groupDue', { date: dateInWords(dueOn) })}`}: {statusesInWords(group)}
          </span>
          {overdue > 0 && <Late>{words('one.assignments.groupOverdue', { count: overdue })}</Late>}
          <Row screen>
            <InPlaceLink keeps href={href}>
              {open ? words('one.assignments.hideMembers') : words('one.assignments.showMembers', { count })}
            </InPlaceLink>
          </Row>
        </Row>
      </Cell>
    </TableRow>
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
