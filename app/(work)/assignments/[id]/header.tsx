import { cycleAddress } from '@/app/_addresses/cycle'
import { documentAddress } from '@/app/_addresses/document'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHead, Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { PrintButton } from '@/app/_ui/print-button'
import { Status } from '@/app/_ui/status'
import { DueSoon, Muted, Overdue } from '@/app/_ui/text'
import { askedInWords, shownDue } from '@/app/(work)/_components/due-words'
import { remarksOn } from '@/app/(work)/_components/status-remarks'
import { placeInWords } from '@/lib/domain/citation'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shownDay } from '@/lib/platform/shown-day'
import type { AssignmentView } from '@/lib/register/assignment-view'

type Props = { view: AssignmentView }

/** The head of the page: the path, the organization, the status and the due date. */
export function Header({ view }: Props) {
  const { assignment, archived, closing } = view
  const { status, closure } = assignment
  return (
    <PageHead
      title={t('assignment.title', { organization: assignment.organization.name })}
      above={<Trail view={view} />}
      actions={<PrintButton label={t('print.print')} />}
    >
      <Row>
        <Status status={status} label={t(`status.${status}`)} />
        {!closure && remarksOn(assignment, shownDay()).map((remark) => <span key={remark}>{remark}</span>)}
        <Falling view={view} />
      </Row>
      {view.cycles?.map((cycle) => (
        <p key={cycle.id}>
          <a href={cycleAddress(cycle.id)}>{askedInWords(cycle)}</a>
        </p>
      ))}
      {closing && closure && (
        <Notice tone="info">
          <b>
            {t('assignment.closed', {
              by: closing.by,
              date: dateInWords(closing.at.slice(0, 10)),
              closure: t(`closure.${closure}`),
            })}
          </b>{' '}
          <bdi>{closing.reason}</bdi>
        </Notice>
      )}
      {archived && <Notice tone="warning">{t('recommendation.archived')}</Notice>}
    </PageHead>
  )
}

function Trail({ view: { assignment, recommendation } }: Props) {
  const { key, document, paragraph } = recommendation
  const items = [
    { label: t('recommendation.list'), href: recommendationListAddress({}) },
    { label: document.title, href: documentAddress(document.code) },
    { label: placeInWords(key, document.code, paragraph), href: recommendationPath(key) },
    { label: assignment.organization.name },
  ]
  return <Breadcrumb label={t('recommendation.trail')} items={items} />
}

/** The due date and how far away it is, on the line of the status. */
function Falling({ view: { assignment } }: Props) {
  const due = shownDue(assignment, shownDay())
  if (!due) return null
  const { date, note, tone } = due
  const Tone = tone === 'late' ? Overdue : tone === 'soon' ? DueSoon : Muted
  return (
    <>
      {date && <span>{t('list.due', { date })}</span>}
      {note && <Tone>{note}</Tone>}
    </>
  )
}
