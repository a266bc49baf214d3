import { opening, recommendationAddress, type State } from '@/app/_addresses/recommendation'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { EmptyState } from '@/app/_ui/empty-state'
import { Section } from '@/app/_ui/layout'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { doneInWords } from '@/app/(work)/_components/done-words'
import type { Assignees } from '@/lib/assignments/assignees'
import { mayAssign } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { t } from '@/lib/platform/i18n'
import type { Row } from '@/lib/register/assignment-rows'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { AssignForm } from './assign-form'
import { AssignmentTable } from './assignment-table'
import { shownAssignment } from './assignment-words'
import { shownGroup } from './group-words'

type Props = {
  actor: Actor
  whole: RecommendationView
  state: State
  candidates: Assignees | undefined
  /** The due date that the import of the document had. */
  dueOn: string | undefined
  /** Who was notified because of the report that the reader has just sent, in words. */
  outcome: string
}

const tableWords = () => ({
  columns: {
    organization: t('recommendation.assignments.columns.organization'),
    owner: t('recommendation.assignments.columns.owner'),
    due: t('recommendation.assignments.columns.due'),
    status: t('recommendation.assignments.columns.status'),
    report: t('recommendation.assignments.columns.report'),
    next: t('recommendation.assignments.columns.next'),
  },
  noReport: t('recommendation.assignments.noReport'),
})

/**
 * The assignments of a recommendation and their status. The reader's own organizations come first, and the members of a
 * group are one row.
 */
export function Assignments({ actor, whole, state, candidates, dueOn, outcome }: Props) {
  const { key, kind, closure, rows, groups } = whole
  const may = mayAssign(actor) && !closure
  const nobody = rows.length + groups.length === 0
  const opened = may && state.assign !== undefined
  const open = opened || (may && nobody && kind === 'action')
  return (
    <Section
      id="assignments"
      title={t('recommendation.assignments.title')}
      actions={
        may &&
        (opened || !open) && (
          <SoftLinkButton
            href={recommendationAddress(key, opening(state, opened ? {} : { assign: 'open' }), 'assignments')}
          >
            {t(opened ? 'recommendation.cancel' : 'recommendation.assignments.assign')}
          </SoftLinkButton>
        )
      }
    >
      {open && candidates && (
        <Card>
          {nobody && <p>{t('recommendation.assignments.emptyAbout')}</p>}
          <AssignForm
            // The key renews the form, because its checkboxes are set only when it appears.
            key={state.assign}
            whole={whole}
            candidates={candidates}
            dueOn={dueOn}
            focus={opened}
            ticked={state.assign === 'named'}
          />
        </Card>
      )}
      {state.at === 'assignments' && state.done && <DoneNotice>{doneInWords(state.done, state)}</DoneNotice>}
      {nobody ? !open && <Nobody may={may} /> : <Rows actor={actor} whole={whole} state={state} outcome={outcome} />}
    </Section>
  )
}

function Rows({ actor, whole, state, outcome }: Omit<Props, 'candidates' | 'dueOn'>) {
  const inGroup = ({ assignment: { group }, organizationId }: Row) =>
    group !== undefined && group.slug === state.group && !actor.organizationIds.includes(organizationId)
  const shown = (row: Row) => shownAssignment({ actor, whole, row, state, outcome }, inGroup(row))
  const lines = [
    ...whole.rows.filter((row) => !inGroup(row)).map(shown),
    ...whole.groups.flatMap((group) => [
      shownGroup(whole.key, group, state),
      ...(group.slug === state.group ? whole.rows.filter(inGroup).map(shown) : []),
    ]),
  ]
  return <AssignmentTable label={t('recommendation.assignments.title')} words={tableWords()} lines={lines} />
}

const Nobody = ({ may }: { may: boolean }) => (
  <EmptyState title={t('recommendation.assignments.empty')}>
    {may ? t('recommendation.assignments.emptyFinding') : t('recommendation.assignments.emptyViewer')}
  </EmptyState>
)
