import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Row, Section } from '@/app/_ui/layout'
import { SoftLinkButton } from '@/app/_ui/soft-link'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { mayAssign, mayReportOn } from '@/lib/assignments/policy'
import type { Actor } from '@/lib/domain/actor'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { AssignmentView } from '@/lib/register/assignment-view'
import { OpenForm } from './open-form'

type Props = { actor: Actor; view: AssignmentView; state: AssignmentState }

/** What comes next, and the buttons and forms with which one does it; for others, who may. */
export function NextStep({ actor, view, state }: Props) {
  const { closure } = view.recommendation
  const may = mayReportOn(actor, view)
  return (
    <Section id="next" title={t('assignment.next.title')}>
      {state.done && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
      {may && state.form && !closure ? (
        <Card>
          <OpenForm actor={actor} view={view} form={state.form} />
        </Card>
      ) : (
        <>
          <p>{nextInWords(view)}</p>
          {!may && isOpen(view) && (
            <p>
              <small>{t('assignment.next.others', { organization: view.assignment.organization.name })}</small>
            </p>
          )}
          {may && !closure && <Buttons actor={actor} view={view} />}
        </>
      )}
    </Section>
  )
}

const isOpen = ({ assignment, recommendation }: AssignmentView) => !assignment.closure && !recommendation.closure

function nextInWords({ assignment, recommendation, reports }: AssignmentView): string {
  const { closure, status, verification } = assignment
  const organization = assignment.organization.name
  if (recommendation.closure) return t('assignment.next.ended')
  if (closure) return t('assignment.next.closed')
  if (verification === 'returned') return t('assignment.next.returned', { organization })
  if (status === 'verified') return t('assignment.next.verified')
  if (status === 'implemented') return t('assignment.next.implemented', { organization })
  const latest = reports.at(-1)
  if (!latest) return t('assignment.next.first', { organization })
  return t('assignment.next.further', { organization, date: dateInWords(latest.asOf) })
}

function Buttons({ actor, view: { assignment } }: Omit<Props, 'state'>) {
  const { id, closure, owner } = assignment
  const change = mayAssign(actor)
    ? t(closure ? 'one.assignments.reopen' : 'one.assignments.change')
    : !closure && t(owner?.active ? 'one.assignments.changeOwner' : 'one.assignments.nameOwner')
  return (
    <Row screen>
      {!closure && (
        <SoftLinkButton href={assignmentAddress(id, { form: 'report' }, 'next')} variant="main">
          {t('one.assignments.report')}
        </SoftLinkButton>
      )}
      {change && <SoftLinkButton href={assignmentAddress(id, { form: 'change' }, 'next')}>{change}</SoftLinkButton>}
    </Row>
  )
}
