import { Arrival } from '@/app/_ui/arrival'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/empty'
import { InPlaceButton } from '@/app/_ui/in-place'
import { Section } from '@/app/_ui/layout'
import { Table } from '@/app/_ui/table'
import type { Candidates } from '@/lib/assignments/candidates'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import type { Row } from '@/lib/recommendations/rows'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, opening, type State } from './address'
import { AssignForm } from './assign-form'
import { AssignmentRow } from './assignment-row'
import { doneInWords } from './done'
import { GroupRow } from './group-row'

type Props = { actor: Actor; whole: Whole; state: State; candidates: Candidates | undefined }

/** Long names and reports take the room, so that rows stay low. */
const widths = [25, 11, 14, 12, 28, 10]

const columns = [
  words('one.assignments.columns.organization'),
  words('one.assignments.columns.owner'),
  words('one.assignments.columns.due'),
  words('one.assignments.columns.status'),
  words('one.assignments.columns.report'),
  words('one.assignments.columns.next'),
]

/** Who owes it, and how each of them stands; the reader's own organization first, the members of a group in one row. */
export function Assignments({ actor, whole, state, candidates }: Props) {
  const { key, kind, closure, rows, groups } = whole
  const may = mayAssign(actor) && !closure
  const nobody = rows.length + groups.length === 0
  const asked = may && state.assign !== undefined
  const open = asked || (may && nobody && kind === 'action')
  return (
    <Section
      id="assignments"
      title={words('one.assignments.title')}
      actions={
        may &&
        (asked || !open) && (
          <InPlaceButton href={addressOf(key, opening(state, asked ? {} : { assign: 'open' }), 'assignments')}>
            {words(asked ? 'one.cancel' : 'one.assignments.assign')}
          </InPlaceButton>
        )
      }
    >
      {open && candidates && (
        <Card>
          {nobody && <p>{words('one.assignments.emptyAbout')}</p>}
          <AssignForm
            // The ticks are those that the form begins with.
            key={state.assign}
            whole={whole}
            candidates={candidates}
            focus={asked}
            ticked={state.assign === 'named'}
          />
        </Card>
      )}
      {state.at === 'assignments' && state.done && <Arrival>{doneInWords(state.done)}</Arrival>}
      {nobody ? !open && <Nobody may={may} /> : <Rows actor={actor} whole={whole} state={state} />}
    </Section>
  )
}

function Rows({ actor, whole, state }: Omit<Props, 'candidates'>) {
  const inGroup = ({ assignment: { group }, organizationId }: Row) =>
    group !== undefined && group.slug === state.group && !actor.organizationIds.includes(organizationId)
  const row = (row: Row) => (
    <AssignmentRow key={row.assignment.id} actor={actor} whole={whole} row={row} state={state} grouped={inGroup(row)} />
  )
  // In one list, so that a row that comes to stand below its group's keeps the form that is open in it.
  return (
    <Table label={words('one.assignments.title')} columns={columns} widths={widths} dense>
      {[
        ...whole.rows.filter((row) => !inGroup(row)).map(row),
        ...whole.groups.flatMap((group) => [
          <GroupRow key={group.slug} recommendation={whole.key} group={group} state={state} />,
          ...(group.slug === state.group ? whole.rows.filter(inGroup).map(row) : []),
        ]),
      ]}
    </Table>
  )
}

const Nobody = ({ may }: { may: boolean }) => (
  <Empty title={words('one.assignments.empty')}>
    {may ? words('one.assignments.emptyFinding') : words('one.assignments.emptyViewer')}
  </Empty>
)
