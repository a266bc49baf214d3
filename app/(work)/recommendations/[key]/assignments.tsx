import { Arrival } from '@/app/_ui/arrival'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/empty'
import { InPlaceButton } from '@/app/_ui/in-place'
import { Section } from '@/app/_ui/layout'
import type { Candidates } from '@/lib/assignments/candidates'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import type { Row } from '@/lib/recommendations/rows'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, opening, type State } from './address'
import { AssignForm } from './assign-form'
import { AssignmentTable } from './assignment-table'
import { doneInWords } from './done'
import { shownAssignment } from './shown-assignment'
import { shownGroup } from './shown-group'

type Props = { actor: Actor; whole: Whole; state: State; candidates: Candidates | undefined }

const tableWords = () => ({
  columns: {
    organization: words('one.assignments.columns.organization'),
    owner: words('one.assignments.columns.owner'),
    due: words('one.assignments.columns.due'),
    status: words('one.assignments.columns.status'),
    report: words('one.assignments.columns.report'),
    next: words('one.assignments.columns.next'),
  },
  noReport: words('one.assignments.noReport'),
})

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
  const shown = (row: Row) => shownAssignment({ actor, whole, row, state }, inGroup(row))
  const lines = [
    ...whole.rows.filter((row) => !inGroup(row)).map(shown),
    ...whole.groups.flatMap((group) => [
      shownGroup(whole.key, group, state),
      ...(group.slug === state.group ? whole.rows.filter(inGroup).map(shown) : []),
    ]),
  ]
  return <AssignmentTable label={words('one.assignments.title')} words={tableWords()} lines={lines} />
}

const Nobody = ({ may }: { may: boolean }) => (
  <Empty title={words('one.assignments.empty')}>
    {may ? words('one.assignments.emptyFinding') : words('one.assignments.emptyViewer')}
  </Empty>
)
