import { assignmentAddress } from '@/app/_addresses/assignment'
import { type CycleState, cycleAddress, cycleAnswersAddress } from '@/app/_addresses/cycle'
import { EmptyState } from '@/app/_ui/empty-state'
import { Row, Section } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Status } from '@/app/_ui/status'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Tabs } from '@/app/_ui/tabs'
import type { Cycle } from '@/lib/cycles/cycle'
import type { assignmentsOf, CycleResult } from '@/lib/cycles/results'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

type Props = { cycle: Cycle; page: Awaited<ReturnType<typeof assignmentsOf>>; state: CycleState }

const columns = ['recommendation', 'organization', 'answer', 'status', 'position', 'dueOn', 'owner'] as const

/** What each assignment answered, with the state in which it is, or was when the cycle was closed. */
export function Assignments({ cycle, page: { items, next }, state }: Props) {
  const { organization, answer } = state
  const chosen = { organization, answer }
  return (
    <Section id="assignments" title={t('cycle.assignments')}>
      <Answers cycle={cycle} state={state} />
      {items.length === 0 ? (
        <EmptyState title={t('cycle.nothing')}>{t('cycle.nothingAbout')}</EmptyState>
      ) : (
        <Table label={t('cycle.assignments')} columns={columns.map((one) => t(`cycle.columns.${one}`))} dense>
          {items.map((result) => (
            <Line key={result.assignment} result={result} />
          ))}
        </Table>
      )}
      {(next !== null || state.from !== undefined) && (
        <Pager
          label={t('cycle.pagesAssignments')}
          previous={
            state.from === undefined
              ? undefined
              : { href: cycleAddress(cycle.id, chosen, 'assignments'), label: t('list.first') }
          }
          next={
            next === null
              ? undefined
              : { href: cycleAddress(cycle.id, { ...chosen, from: next }, 'assignments'), label: t('list.next') }
          }
        />
      )}
    </Section>
  )
}

/** The filters: all answers or one, of one organization or all, and the file with everything. */
function Answers({ cycle: { id }, state: { organization, answer } }: Pick<Props, 'cycle' | 'state'>) {
  const all = [undefined, 'answered', 'late', 'not_answered', 'closed'] as const
  const items = all.map((one) => ({
    href: cycleAddress(id, { organization, answer: one }, 'assignments'),
    label: one === undefined ? t('cycle.all') : t(`cycle.answer.${one}`),
    current: one === answer,
  }))
  return (
    <Row spread screen>
      <Tabs label={t('cycle.show')} items={items} />
      <Row>
        {organization && <a href={cycleAddress(id, { answer }, 'assignments')}>{t('cycle.showAll')}</a>}
        <a href={cycleAnswersAddress(id)}>{t('cycle.csv')}</a>
      </Row>
    </Row>
  )
}

function Line({ result }: { result: CycleResult }) {
  const { assignment, recommendation, organization, answer, answeredAt, status, position, dueOn, owner } = result
  const said = t(`cycle.answer.${answer}`)
  return (
    <TableRow>
      <RowHeader>
        <a href={assignmentAddress(assignment)} dir="auto">
          {recommendation.title}
        </a>
        <br />
        <small>{recommendation.key}</small>
      </RowHeader>
      <Cell label={t('cycle.columns.organization')}>
        <span dir="auto">{organization.name}</span>
      </Cell>
      <Cell label={t('cycle.columns.answer')}>
        {answeredAt ? t('cycle.answeredOn', { answer: said, date: dateInWords(dayOf(new Date(answeredAt))) }) : said}
      </Cell>
      <Cell label={t('cycle.columns.status')}>
        <Status status={status} label={t(`status.${status}`)} />
      </Cell>
      <Cell label={t('cycle.columns.position')}>{t(`position.${position}`)}</Cell>
      <Cell label={t('cycle.columns.dueOn')}>{dueOn && dateInWords(dueOn)}</Cell>
      <Cell label={t('cycle.columns.owner')}>{owner?.name}</Cell>
    </TableRow>
  )
}
