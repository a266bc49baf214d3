import { Arrival } from '@/app/_ui/arrival'
import { Empty } from '@/app/_ui/empty'
import { Stack } from '@/app/_ui/layout'
import { Reveal } from '@/app/_ui/reveal'
import { Table } from '@/app/_ui/table'
import type { Candidates } from '@/lib/assignments/candidates'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import type { Row } from '@/lib/recommendations/rows'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, type State } from './address'
import { AssignForm } from './assign-form'
import { AssignNamed } from './assign-named'
import { AssignmentRow } from './assignment-row'
import { doneInWords } from './done'
import { GroupRow } from './group-row'

type Props = { actor: Actor; whole: Whole; state: State; candidates: Candidates | undefined }

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
  const title = words('one.assignments.title')
  const open = candidates && mayAssign(actor) && !whole.closure
  return (
    <section id="assignments">
      <Stack>
        {open ? (
          <Reveal
            heading={<h2>{title}</h2>}
            label={words('one.assignments.assign')}
            href={addressOf(whole.key, { assign: 'open' }, 'assignments')}
            open={state.assign !== undefined}
          >
            <AssignForm whole={whole} candidates={candidates} />
          </Reveal>
        ) : (
          <h2>{title}</h2>
        )}
        {state.at === 'assignments' && state.done && <Arrival>{doneInWords(state.done)}</Arrival>}
        {whole.rows.length + whole.groups.length > 0 ? (
          <Rows actor={actor} whole={whole} state={state} />
        ) : (
          <Nobody whole={whole} candidates={open ? candidates : undefined} />
        )}
      </Stack>
    </section>
  )
}

function Rows({ actor, whole, state }: Omit<Props, 'candidates'>) {
  const inGroup = ({ assignment: { group }, organizationId }: Row) =>
    group !== undefined && group.slug === state.group && !actor.organizationIds.includes(organizationId)
  const row = (row: Row) => (
    <AssignmentRow key={row.assignment.id} actor={actor} whole={whole} row={row} state={state} grouped={inGroup(row)} />
  )
  return (
    <Table label={words('one.assignments.title')} columns={columns}>
      {whole.rows.filter((row) => !inGroup(row)).map(row)}
      {whole.groups.map((group) => [
        <GroupRow key={group.slug} recommendation={whole.key} group={group} open={group.slug === state.group} />,
        ...(group.slug === state.group ? whole.rows.filter(inGroup).map(row) : []),
      ])}
    </Table>
  )
}

function Nobody({ whole, candidates }: Pick<Props, 'whole' | 'candidates'>) {
  const about = candidates ? words('one.assignments.emptyAbout') : words('one.assignments.emptyViewer')
  return (
    <Empty
      title={words('one.assignments.empty')}
      action={candidates && <AssignNamed whole={whole} candidates={candidates} />}
    >
      {about}
    </Empty>
  )
}
